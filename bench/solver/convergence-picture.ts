import { writeFileSync } from 'node:fs';

interface Point {
  readonly cpuSeconds: number;
  readonly lostPriority: number;
  readonly travelSeconds: number;
}

/** What one instance reached by how many CPU seconds, and where rivals ended. */
export interface Convergence {
  readonly name: string;
  readonly ours: readonly Point[];
  readonly rivals: readonly (Point & { readonly solver: string; readonly exploration: number })[];
}

const size = { width: 720, panel: 220, left: 50, right: 20, top: 60, gap: 60 };
const colours = ['#0b6e99', '#b25d00', '#4a7a1f', '#7a3e9d', '#a1302c'];

/** Draws lost priority and travel over CPU seconds (logarithmic), each point a run of its own with that budget; rivals are crosses. */
export const convergencePicture = (file: string, title: string, lines: readonly Convergence[]): void => {
  const panels = [
    { label: 'lost priority', pick: (point: Point) => point.lostPriority },
    { label: 'travel, hours', pick: (point: Point) => point.travelSeconds / 3600 },
  ];
  const height = size.top + panels.length * (size.panel + size.gap);
  const drawn = panels.map((panel, index) => drawPanel(lines, panel, size.top + index * (size.panel + size.gap)));
  const names = lines.map(({ name }, index) =>
    text(size.left + 210 + index * 80, 18, name, `fill="${colours[index % colours.length]}"`),
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${size.width}" height="${height}" fill="#fff"/>`,
    text(size.left, 18, title, 'font-weight="bold"'),
    text(size.width - 190, 18, 'lines: Fieldline, crosses: VROOM', 'fill="#555"'),
    ...names,
    ...drawn.flat(),
    '</svg>',
  ];
  writeFileSync(file, `${svg.join('\n')}\n`);
};

interface Panel {
  readonly label: string;
  readonly pick: (point: Point) => number;
}

const drawPanel = (lines: readonly Convergence[], { label, pick }: Panel, top: number): string[] => {
  const all = lines.flatMap(({ ours, rivals }) => [...ours, ...rivals]);
  const x = scaleOf(
    all.map(({ cpuSeconds }) => Math.log(cpuSeconds)),
    size.left,
    size.width - size.right,
  );
  const y = scaleOf(all.map(pick), top + size.panel, top);
  const at = (point: Point): [number, number] => [x.place(Math.log(point.cpuSeconds)), y.place(pick(point))];
  const ticks = [1, 2, 5, 10, 20, 50, 100, 200, 500].filter((each) => x.holds(Math.log(each)));
  return [
    `<path d="M${size.left} ${top}V${top + size.panel}H${size.width - size.right}" fill="none" stroke="#555"/>`,
    text(size.left, top - 8, label, ''),
    ...[y.least, (y.least + y.most) / 2, y.most].map((value) =>
      text(size.left - 34, y.place(value) + 4, value.toFixed(0), 'fill="#555"'),
    ),
    ...ticks.map((each) => text(x.place(Math.log(each)) - 6, top + size.panel + 16, `${each} s`, 'fill="#555"')),
    ...lines.flatMap((line, index) => drawLine(line, at, colours[index % colours.length] ?? '#000')),
  ];
};

const drawLine = ({ ours, rivals }: Convergence, at: (point: Point) => [number, number], colour: string): string[] => {
  const ordered = [...ours].sort((a, b) => a.cpuSeconds - b.cpuSeconds);
  const points = ordered.map((point) => at(point).map(rounded).join(',')).join(' ');
  const crosses = rivals.map((rival) => {
    const [x, y] = at(rival).map(rounded);
    const name = `<title>${rival.solver} -x ${rival.exploration}</title>`;
    return `<path d="M${x} ${y}m-4 -4l8 8m-8 0l8 -8" stroke="${colour}" stroke-width="1.5">${name}</path>`;
  });
  return [
    `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...ordered.map((point) => {
      const [x, y] = at(point).map(rounded);
      return `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`;
    }),
    ...crosses,
  ];
};

const scaleOf = (values: readonly number[], from: number, to: number) => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || 1;
  return {
    least,
    most,
    place: (value: number): number => from + ((value - least) / span) * (to - from),
    holds: (value: number): boolean => value >= least && value <= most,
  };
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

const text = (x: number, y: number, words: string, extra: string): string =>
  `<text x="${rounded(x)}" y="${rounded(y)}" ${extra}>${words}</text>`;
