const panels = ['queue', 'map', 'board', 'panel'] as const;
export type PanelName = (typeof panels)[number];

/** Which panel fills the screen; the others keep their place behind it. */
export class PanelFill {
  current: PanelName | undefined = $state();

  /** Whether that panel is not in sight. */
  hides(panel: PanelName): boolean {
    return this.current !== undefined && this.current !== panel;
  }

  /** Fills the screen with that panel, or gives it back to all. */
  toggle(panel: PanelName): void {
    this.current = this.current === panel ? undefined : panel;
  }

  /** The same for the panel that something lies in; the map for what lies in none. */
  toggleAround(element: Element | null): void {
    const name = element?.closest<HTMLElement>('[data-panel]')?.dataset['panel'];
    this.toggle(this.current ?? panels.find((panel) => panel === name) ?? 'map');
  }
}
