/** Which screen is shown: the day's list or map, or one appointment. It is the address's fragment, so the back key works. */
export type Screen = { readonly name: 'stops' | 'map' } | { readonly name: 'appointment'; readonly id: string };

export const screenOf = (fragment: string): Screen => {
  const [, name = '', id = ''] = fragment.replace(/^#/, '').split('/');
  if (name === 'appointment' && id !== '') return { name, id: decodeURIComponent(id) };
  return { name: name === 'map' ? 'map' : 'stops' };
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
