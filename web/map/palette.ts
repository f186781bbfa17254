/** The page's own colours, resolved for a canvas. */
export interface Palette {
  readonly ink: string;
  readonly ink2: string;
  readonly surface0: string;
  readonly surface1: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly fine: string;
  readonly risk: string;
  readonly late: string;
  readonly onLate: string;
  readonly waiting: string;
  readonly muted: string;
}

const tokens: Readonly<Record<keyof Palette, string>> = {
  ink: '--ink',
  ink2: '--ink-2',
  surface0: '--surface-0',
  surface1: '--surface-1',
  line: '--line',
  lineStrong: '--line-strong',
  accent: '--accent',
  onAccent: '--on-accent',
  fine: '--fine',
  risk: '--risk',
  late: '--late',
  onLate: '--on-late',
  waiting: '--waiting',
  muted: '--muted',
};

/** Reads the design tokens as they are in force at this element: the browser resolves light-dark() for us. */
export const readPalette = (at: HTMLElement): Palette => {
  const probe = document.createElement('span');
  at.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: read(tokens.ink),
    ink2: read(tokens.ink2),
    surface0: read(tokens.surface0),
    surface1: read(tokens.surface1),
    line: read(tokens.line),
    lineStrong: read(tokens.lineStrong),
    accent: read(tokens.accent),
    onAccent: read(tokens.onAccent),
    fine: read(tokens.fine),
    risk: read(tokens.risk),
    late: read(tokens.late),
    onLate: read(tokens.onLate),
    waiting: read(tokens.waiting),
    muted: read(tokens.muted),
  };
  probe.remove();
  return colours;
};
