import { describe, expect, it } from 'vitest';
import { createReport, getReportForm } from '../../../shared/protocol/endpoints/service-requests.ts';
import { createApi } from '../../../web/api/api.ts';
import { fixedSession } from '../../../web/api/session.ts';
import { coordinatesOf, coordinatesText } from '../../../web/customer/coordinates.ts';
import { isPhoneNumber, phoneNumberOf } from '../../../web/customer/phone-number.ts';
import { emptyDraft, missingFields, reportOf, type ReportDraft } from '../../../web/customer/report-draft.ts';
import { ReportState } from '../../../web/customer/report-state.svelte.ts';
import { anId } from '../../builders/an-id.ts';
import { aServer, json, problem } from '../api/a-server.ts';

const workTypeId = anId('workType');
const form = getReportForm.response.parse({
  company: 'Harbor Field Service',
  bounds: [-71.2, 42.2, -70.9, 42.4],
  workTypes: [{ id: workTypeId, name: 'Boiler repair' }],
});
const asset = {
  id: anId('asset'),
  name: 'Boiler in the cellar',
  place: { location: [-71.1, 42.3] as [number, number], addressText: '5 Elm Street' },
};

const aDraft = (changes: Partial<ReportDraft> = {}): ReportDraft => ({
  ...emptyDraft(form),
  subject: 'No hot water',
  name: 'Ines Okafor',
  phone: '+1 (617) 555-0188',
  address: '12 Beacon Street',
  coordinates: '42.35800, -71.07000',
  ...changes,
});

describe('A report', () => {
  it('is what the contract accepts', () => {
    const report = reportOf(aDraft({ workTypeId, description: ' since this morning ' }), form);
    expect(createReport.body.parse(report)).toEqual({
      kind: 'fault',
      subject: 'No hot water',
      description: 'since this morning',
      contact: { name: 'Ines Okafor', phone: '+16175550188' },
      place: { location: [-71.07, 42.358], addressText: '12 Beacon Street' },
      workTypeId,
    });
  });

  it('about a scanned machine names it and stands where it stands', () => {
    const withAsset = { ...form, asset };
    const draft = { ...aDraft({ coordinates: '' }), address: emptyDraft(withAsset).address };
    const report = createReport.body.parse(reportOf(draft, withAsset));
    expect(report).toMatchObject({ assetId: asset.id, place: asset.place });
  });

  it('that is a question asks for no work type', () => {
    expect(reportOf(aDraft({ kind: 'enquiry', workTypeId }), form)).not.toHaveProperty('workTypeId');
  });

  it('that is complete misses nothing', () => {
    expect(missingFields(aDraft(), form)).toEqual([]);
    expect(missingFields(aDraft({ phone: '', email: 'ines@example.com' }), form)).toEqual([]);
  });

  it('that is empty names every field that is missing, in the order of the form', () => {
    expect(missingFields(emptyDraft(form), form)).toEqual(['subject', 'address', 'coordinates', 'name', 'phone']);
  });

  it.each([
    ['phone', { phone: '617 555 0188' }],
    ['email', { email: 'ines at example' }],
    ['coordinates', { coordinates: '142, -71' }],
  ] as const)('with an impossible %s is not sent', (field, changes) => {
    expect(missingFields(aDraft(changes), form)).toEqual([field]);
  });
});

describe('Sending', () => {
  const answer = { serviceRequestId: anId('serviceRequest'), status: 'accepted', dueBy: '2026-05-12T21:00:00.000Z' };
  const aForm = async (...answers: Parameters<typeof aServer>) => {
    const server = aServer(json(form), ...answers);
    const report = new ReportState(
      createApi({ session: fixedSession('s1'), fetch: server.fetch, pause: async () => {} }),
    );
    await report.load();
    report.draft = aDraft();
    return { report, asked: () => server.asked.slice(1) };
  };

  it('an incomplete one asks the server nothing', async () => {
    const { report, asked } = await aForm(json(answer, 201));
    report.draft = aDraft({ name: ' ' });
    await report.send();
    expect(report.wrong).toEqual(['name']);
    expect(asked()).toEqual([]);
  });

  it('unmarks a field as soon as it is mended', async () => {
    const { report } = await aForm(json(answer, 201));
    report.draft = aDraft({ name: '' });
    await report.send();
    expect(report.marks('name')).toBe(true);
    report.draft = aDraft();
    expect(report.marks('name')).toBe(false);
  });

  it('brings the time by which help comes', async () => {
    const { report } = await aForm(json(answer, 201));
    await report.send();
    expect(report.answer?.dueBy).toBe(answer.dueBy);
  });

  it('again after a lost network is the same report, not a second one', async () => {
    const { report, asked } = await aForm(undefined, undefined, undefined, undefined, json(answer, 201));
    await report.send();
    expect(report.failure).toBe('offline');
    expect(report.draft?.subject).toBe('No hot water');
    await report.send();
    expect(report.answer).toBeDefined();
    expect(new Set(asked().map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
  });

  it('marks the fields that the server did not accept, and sends the mended one under a new key', async () => {
    const errors = [{ field: 'body.place.location.1', message: 'latitude lies between -90 and 90' }];
    const { report, asked } = await aForm(problem('bad-input', 400, { errors }), json(answer, 201));
    await report.send();
    expect([report.wrong, report.failure]).toEqual([['coordinates'], 'refused']);
    await report.send();
    expect(new Set(asked().map(({ headers }) => headers.get('idempotency-key'))).size).toBe(2);
  });

  it('says by its code what the server did not accept, and in its own words what the page found', async () => {
    const errors = [{ field: 'body.subject', message: 'Too big', code: 'too-long' }];
    const { report } = await aForm(problem('bad-input', 400, { errors }));
    await report.send();
    expect([report.wrong, report.refusedBecause('subject')]).toEqual([['subject'], 'too-long']);
    if (report.draft) report.draft.subject = '';
    await report.send();
    expect([report.marks('subject'), report.refusedBecause('subject')]).toEqual([true, undefined]);
  });

  it('keeps what was written when the server fails', async () => {
    const { report } = await aForm(problem('fault', 500));
    await report.send();
    expect([report.failure, report.draft?.subject]).toEqual(['refused-unmarked', 'No hot water']);
  });

  it('another one keeps who is asking and nothing else', async () => {
    const { report } = await aForm(json(answer, 201));
    await report.send();
    report.another();
    expect(report.draft).toEqual({ ...emptyDraft(form), name: 'Ines Okafor', phone: '+1 (617) 555-0188', email: '' });
    expect(report.answer).toBeUndefined();
  });
});

describe('What people type', () => {
  it.each([
    ['42.3601, -71.0589', [-71.0589, 42.3601]],
    ['42.3601 -71.0589', [-71.0589, 42.3601]],
    ['42.3601° , -71.0589°', [-71.0589, 42.3601]],
    ['0, 0', undefined],
    ['91, 10', undefined],
    ['42.36', undefined],
    ['here', undefined],
    ['', undefined],
  ])('as coordinates, %j, is read latitude first', (text, position) => {
    expect(coordinatesOf(text)).toEqual(position);
  });

  it('as coordinates is written as it is read', () => {
    expect(coordinatesOf(coordinatesText([-71.0589, 42.3601]))).toEqual([-71.0589, 42.3601]);
  });

  it('as a phone number may have spaces, dots, dashes, brackets and 00', () => {
    expect(phoneNumberOf('+1 (617) 555-01.88')).toBe('+16175550188');
    expect(isPhoneNumber(phoneNumberOf('0049 30 123456'))).toBe(true);
    expect(isPhoneNumber(phoneNumberOf('617 555 0188'))).toBe(false);
  });
});
