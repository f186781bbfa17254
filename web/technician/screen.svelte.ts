export const dayViews = ['stops', 'map', 'time'] as const;
export type DayView = (typeof dayViews)[number];

/** Which screen is shown: the day's list, map or time sheet, what is unsent, or one appointment. It is the address's fragment, so the back key works. */
export type Screen = { readonly name: DayView | 'sync' } | { readonly name: 'appointment'; readonly id: string };

export const screenOf = (fragment: string): Screen => {
  const [, name = '', id = ''] = fragment.replace(/^#/, '').split('/');
  if (name === 'appointment' && id !== '') return { name, id: decodeURIComponent(id) };
  if (name === 'sync') return { name };
  return { name: dayViews.find((view) => view === name) ?? 'stops' };
};

export const addressOf = (screen: Screen): string =>
  screen.name === 'appointment' ? `#/appointment/${encodeURIComponent(screen.id)}` : `#/${screen.name}`;

class ScreenShown {
  current: Screen = $state.raw(screenOf(globalThis.location?.hash ?? ''));

  constructor() {
    globalThis.addEventListener?.('hashchange', () => {
      this.current = screenOf(location.hash);
      scrollTo(0, 0);
    });
  }
}

export const screen = new ScreenShown();
