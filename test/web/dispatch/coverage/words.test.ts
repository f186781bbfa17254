import { describe, expect, it } from 'vitest';
import type { SlaClock } from '../../../../shared/model/sla.ts';
import { waitsForWord } from '../../../../shared/rules/authorisation.ts';
import { slaClocks } from '../../../../shared/rules/sla/sla-clocks.ts';
import { formatFor } from '../../../../web/ui/format.ts';
import { clockWords } from '../../../../web/dispatch/coverage/clock-words.ts';
import { clockDueWords } from '../../../../web/dispatch/state/due-words.ts';
import { clockTone } from '../../../../web/dispatch/state/clock-tone.ts';
import { coverSpansOf, reaches } from '../../../../web/dispatch/coverage/cover-spans.ts';
import { differenceWords } from '../../../../web/dispatch/coverage/difference-words.ts';
import { appointmentToShow } from '../../../../web/dispatch/coverage/open-work-order.ts';
import { needsNotAsked } from '../../../../web/dispatch/coverage/needs-not-asked.ts';
import { payingSides } from '../../../../web/dispatch/coverage/paying-sides.ts';
import { aContract } from '../../../builders/a-contract.ts';
import { aWarranty } from '../../../builders/a-warranty.ts';
import { anAppointment } from '../../../builders/an-appointment.ts';
import { anAsset } from '../../../builders/an-asset.ts';
import { anId } from '../../../builders/an-id.ts';

const format = formatFor('en', 'UTC');
const startsAt = '2026-05-12T08:00:00.000Z';
const at = (time: string) => `2026-05-12T${time}:00.000Z`;
const hour = 3600;

/** The clock of an arrival promised within four hours, as it was asked for at a time. */
const arrival = (askedAt: string, events: Parameters<typeof slaClocks>[1] = []): SlaClock => {
  const [clock] = slaClocks({ startsAt, promises: [{ kind: 'arrival', withinSeconds: 4 * hour }] }, events, askedAt);
  if (!clock) throw new Error('There is no clock.');
  return clock;
};

describe('A promised time in a row of the queue', () => {
  it('counts down to what falls due within a day, and names the day of what falls due later', () => {
    const row = (hours: number) => {
      const dueAt = new Date(Date.parse(at('08:00')) + hours * hour * 1000).toISOString();
      return clockDueWords({ ...arrival(at('08:00')), dueAt }, Date.parse(at('08:00')), format);
    };
    expect(row(4.5)).toBe('arrival in 4h 30 min');
    expect(row(16)).toBe('arrival in 16h');
    expect(row(26)).toBe('arrival Wed 10:00');
    expect(row(-0.5)).toBe('arrival 30 min late');
  });
});

describe('What opens for a work order', () => {
  it('is its appointment that is still open, else its last one', () => {
    const [done, open] = [anAppointment({ status: 'completed' }), anAppointment({ status: 'scheduled' })];
    expect(appointmentToShow([done, open])).toBe(open);
    expect(appointmentToShow([done])).toBe(done);
    expect(appointmentToShow([])).toBeUndefined();
  });
});

describe('A promised time on the screen', () => {
  it('counts down from when it was asked, without asking again', () => {
    const clock = arrival(at('08:00'));
    expect(clockWords(clock, Date.parse(at('09:00')), format)).toMatch(/^3h left, until .*12:00$/);
    expect(clockTone(clock, Date.parse(at('09:00')))).toBe('fine');
  });

  it('warns from three quarters of its time on, and says by how much it is late', () => {
    const clock = arrival(at('10:30'));
    expect(clockTone(clock, Date.parse(at('11:00')))).toBe('risk');
    expect(clockTone(clock, Date.parse(at('12:20')))).toBe('late');
    expect(clockWords(clock, Date.parse(at('12:20')), format)).toBe('20 min late');
  });

  it('stands still with the reason while it is paused', () => {
    const clock = arrival(at('10:00'), [{ at: at('09:00'), kind: 'paused', reason: 'customer away' }]);
    expect(clockWords(clock, Date.parse(at('10:00')), format)).toBe('stands still: customer away');
    expect(clockTone(clock, Date.parse(at('10:00')))).toBe('waiting');
  });

  it('says in words that it waits for somebody’s word', () => {
    const clock = arrival(at('10:00'), [{ at: at('09:00'), kind: 'paused', reason: waitsForWord }]);
    expect(clockWords(clock, Date.parse(at('10:00')), format)).toBe('stands still until somebody’s word is given');
  });

  it('says whether it was kept', () => {
    const kept = arrival(at('12:30'), [{ at: at('11:00'), kind: 'arrived' }]);
    const missed = arrival(at('13:00'), [{ at: at('12:30'), kind: 'arrived' }]);
    expect([clockTone(kept, 0), clockTone(missed, 0)]).toEqual(['done', 'late']);
    expect(clockWords(kept, 0, format)).toContain('kept, ');
    expect(clockWords(missed, 0, format)).toContain('not kept, ');
  });
});

describe('What covers an asset', () => {
  const asset = anAsset({ meters: [{ meter: 'hours', reading: 1400, readAt: startsAt }] });
  const ofOwner = (changes: Parameters<typeof aContract>[0] = {}) =>
    aContract({ customerId: asset.customerId, ...changes });

  it('is its warranties with their meters and the contracts that reach it', () => {
    const warranty = aWarranty({ assetId: asset.id, endsByUsage: { meter: 'hours', endsAbove: 2000 } });
    const [reaching, other] = [ofOwner(), ofOwner({ assetClasses: ['lift'] })];
    const spans = coverSpansOf(asset, { warranties: [warranty], contracts: [reaching, other] }, format);
    expect(spans.map(({ id }) => id)).toEqual([warranty.id, reaching.id]);
    expect(spans[0]?.detail).toContain('up to 2,000 hours, now 1,400');
    expect(spans[0]?.detail).toContain('travel 0%');
  });

  it('ends with a contract that was ended before its term', () => {
    const [span] = coverSpansOf(asset, { warranties: [], contracts: [ofOwner({ endedOn: '2026-03-31' })] }, format);
    expect(span?.to).toBe('2026-03-31');
  });

  it('is reached by what names nothing, its site, its class or itself', () => {
    expect(reaches(ofOwner(), asset)).toBe(true);
    expect(reaches(ofOwner({ siteIds: [asset.siteId], assetIds: [asset.id] }), asset)).toBe(true);
    expect(reaches(ofOwner({ siteIds: [anId('site')] }), asset)).toBe(false);
    expect(reaches(aContract({ customerId: anId('customer') }), asset)).toBe(false);
  });
});

describe('A decision on the screen', () => {
  const nobody = { customer: 0, company: 0, maker: 0, lessor: 0 };

  it('shows the customer always, and who else pays', () => {
    expect(payingSides({ ...nobody, maker: 500 })).toEqual(['customer', 'maker']);
    expect(payingSides(nobody)).toEqual(['customer']);
  });

  it('says who pays more and who less since it was decided', () => {
    const totals = { ...nobody, customer: 1250, maker: -1250 };
    expect(differenceWords({ totalMinorUnits: 0, totals, lines: [{ id: 'part-1', change: 'added' }] }, 'USD')).toEqual([
      'Customer: $12.50 more',
      'Maker: $12.50 less',
      '1 line more',
    ]);
  });

  it('asks only whom nobody asked, and again where the sum has grown', () => {
    const need = { kind: 'customer-quote', amountMinorUnits: 5000 } as const;
    const authorisation = {
      id: anId('authorisation'),
      version: 1,
      createdAt: startsAt,
      updatedAt: startsAt,
      workOrderId: anId('workOrder'),
      workOrderNumber: 'WO-1',
      need,
      currency: 'USD',
      waitsFor: 'Mill Bakery',
      status: 'waiting',
      decisionHash: '0'.repeat(64),
    } as const;
    const asked = (needs: (typeof need)[]) => needsNotAsked({ decision: { needs }, authorisations: [authorisation] });
    expect(asked([need])).toEqual([]);
    expect(
      needsNotAsked({ decision: { needs: [{ ...need, amountMinorUnits: 6000 }] }, authorisations: [authorisation] }),
    ).toHaveLength(1);
    expect(
      needsNotAsked({ decision: { needs: [need] }, authorisations: [{ ...authorisation, status: 'withdrawn' }] }),
    ).toEqual([need]);
  });
});
