import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../web/dispatch/state/place-in-address.ts';
import { SavedViews } from '../../../web/dispatch/state/saved-views.svelte.ts';

const aStorage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

describe('Saved views', () => {
  const looking = placeOf('?territory=tr_1&day=2026-05-12&days=7&skill=sk_1&priority=high&open=ap_1');

  it('bring territory, days shown and filters back, never the day or what was open', () => {
    const views = new SavedViews('Dora', aStorage());
    views.save('Lifts', looking);
    const [view] = views.list;
    expect(view && views.changeOf(view)).toMatchObject({ territory: 'tr_1', span: 7, skill: 'sk_1', priority: 'high' });
    expect(view && Object.keys(views.changeOf(view))).not.toContain('day');
    expect(view?.search).not.toContain('ap_1');
  });

  it('are kept by account on this device, one of each name', () => {
    const storage = aStorage();
    const views = new SavedViews('Dora', storage);
    views.save('Lifts', looking);
    views.save('Lifts', placeOf('?priority=low'));
    expect(new SavedViews('Dora', storage).list.map(({ search }) => search)).toEqual(['?priority=low']);
    expect(new SavedViews('Ada', storage).list).toEqual([]);
    views.remove('Lifts');
    expect(new SavedViews('Dora', storage).list).toEqual([]);
  });

  it('that cannot be read are none', () => {
    const storage = { getItem: () => '{"not": "a list"', setItem: () => undefined };
    expect(new SavedViews('Dora', storage).list).toEqual([]);
  });
});
