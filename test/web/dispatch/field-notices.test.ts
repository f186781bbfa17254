import { describe, expect, it } from 'vitest';
import { fieldNoticeSchema, type FieldNotice } from '../../../shared/model/field-notice.ts';
import { FieldNotices } from '../../../web/dispatch/field/field-notices.svelte.ts';
import { noticeWords, valueWords } from '../../../web/dispatch/field/notice-words.ts';
import { aRecord, anId } from '../../builders/an-id.ts';
import { anApi } from '../an-api.ts';

const territoryId = anId('territory');
const aNotice = (more: Partial<FieldNotice> = {}): FieldNotice =>
  fieldNoticeSchema.parse({
    ...aRecord('fieldNotice'),
    kind: 'help-request',
    territoryId,
    technicianId: anId('technician'),
    technicianName: 'Ana Ribeiro',
    at: '2026-05-12T14:00:00.000Z',
    text: 'Two pairs of hands, please.',
    ...more,
  });
const newer = (notice: FieldNotice, more: Partial<FieldNotice> = {}): FieldNotice => ({
  ...notice,
  version: notice.version + 1,
  ...more,
});
const settled = (notice: FieldNotice) => newer(notice, { settledAt: '2026-05-12T15:00:00.000Z' });
/** Answers each question when the test says so. */
const aServer = () => {
  const asked: { answer: (value: unknown) => void; fail: () => void }[] = [];
  const call = () => new Promise((answer, reject) => asked.push({ answer, fail: () => reject(new Error('away')) }));
  return { asked, field: new FieldNotices(anApi(call)) };
};
const read = async (notices: readonly FieldNotice[]) => {
  const server = aServer();
  const reading = server.field.read(territoryId);
  server.asked[0]?.answer({ notices });
  await reading;
  return server;
};

describe('What came from the field', () => {
  it('is listed with the newest first', async () => {
    const [early, late] = [aNotice(), aNotice({ at: '2026-05-12T14:30:00.000Z' })];
    const { field } = await read([early, late]);
    expect(field.waiting.map(({ id }) => id)).toEqual([late.id, early.id]);
    expect(field.reading).toBe('done');
  });

  it('comes in, and leaves once another has settled it, without a question', async () => {
    const { field, asked } = await read([]);
    const notice = aNotice();
    field.take([notice]);
    expect(field.waiting).toEqual([notice]);
    field.take([settled(notice)]);
    field.take([notice]);
    expect(field.waiting).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('is not undone by a list that was on its way', async () => {
    const { field, asked } = aServer();
    const [seen, fresh] = [aNotice(), aNotice()];
    const reading = field.read(territoryId);
    field.take([settled(seen), fresh]);
    asked[0]?.answer({ notices: [seen] });
    await reading;
    expect(field.waiting).toEqual([fresh]);
  });

  it('leaves the list when it is seen to, and stays where the server does not take that', async () => {
    const notice = aNotice();
    const { field, asked } = await read([notice]);
    const refused = field.settle(notice);
    asked[1]?.fail();
    await expect(refused).rejects.toThrow('away');
    expect(field.waiting).toEqual([notice]);
    const taken = field.settle(notice);
    asked[2]?.answer(settled(notice));
    await taken;
    expect(field.waiting).toEqual([]);
  });

  it('says that it could not be read, and keeps what was known when it is read again in vain', async () => {
    const { field, asked } = aServer();
    const first = field.read(territoryId);
    asked[0]?.fail();
    await first;
    expect(field.reading).toBe('failed');
    const notice = aNotice();
    const second = field.read();
    asked[1]?.answer({ notices: [notice] });
    await second;
    const third = field.read(territoryId);
    asked[2]?.fail();
    await third;
    expect(field.reading).toBe('done');
    expect(field.waiting).toEqual([notice]);
  });

  it('of another territory is never shown as this one’s', async () => {
    const { field, asked } = await read([aNotice()]);
    const reading = field.read(anId('territory'));
    expect(field.waiting).toEqual([]);
    expect(field.reading).toBe('first');
    asked[1]?.answer({ notices: [] });
    await reading;
  });
});

describe('A notice in words', () => {
  it('says what was refused and why, and keeps the server’s words for a reason that is not known here', () => {
    const mutation = { id: 4, name: 'complete', args: '{}' };
    const refused = { kind: 'refused', text: 'The moon is full.', mutation } as const;
    expect(noticeWords(aNotice({ ...refused, reason: 'task-required' }))).toBe(
      'Complete: a required checklist step was open.',
    );
    expect(noticeWords(aNotice({ ...refused, reason: 'full-moon' }))).toBe('Complete: The moon is full.');
  });

  it('is what the technician wrote where he asks for something', () => {
    expect(noticeWords(aNotice())).toBe('Two pairs of hands, please.');
  });

  it('names both values of a conflict, whatever they are', () => {
    const words = [2.5, true, false, 'brown', null, undefined].map((value) => valueWords(value, String));
    expect(words).toEqual(['2.5', 'yes', 'no', 'brown', 'nothing', 'nothing']);
  });
});
