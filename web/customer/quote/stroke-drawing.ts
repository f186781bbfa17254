/** A signature as it is kept: strokes of x, y, x, y … in a square of 4,096, whatever the size of the field. */
export type Strokes = readonly (readonly number[])[];
export interface Size {
  readonly width: number;
  readonly height: number;
}

const edge = 4096;
/** Points nearer than this to the last one tell nothing new. */
const nearest = 12;
const mostNumbers = 2000;
const mostStrokes = 100;

/** Puts the pen down; a hundred strokes are enough. */
export const penDown = (strokes: Strokes, at: readonly [number, number], size: Size): Strokes =>
  strokes.length >= mostStrokes ? strokes : [...strokes, scaled(at, size)];

/** Draws the last stroke on to a point of the field. */
export const penTo = (strokes: Strokes, at: readonly [number, number], size: Size): Strokes => {
  const stroke = strokes.at(-1);
  if (!stroke || stroke.length + 2 > mostNumbers) return strokes;
  const [x = 0, y = 0] = scaled(at, size);
  const [lastX = 0, lastY = 0] = stroke.slice(-2);
  if (Math.hypot(x - lastX, y - lastY) < nearest) return strokes;
  return [...strokes.slice(0, -1), [...stroke, x, y]];
};

/** Whoever cannot draw signs with his typed name: a line under it stands for the stroke. */
export const typedName: Strokes = [[256, 3072, 3840, 3072]];

/** The strokes as paths of an SVG of the same square. */
export const pathsOf = (strokes: Strokes): string[] =>
  strokes.map((stroke) => {
    const points: string[] = [];
    for (let i = 0; i + 1 < stroke.length; i += 2) points.push(`${stroke[i]} ${stroke[i + 1]}`);
    return points.length === 1 ? `M${points[0]}l1 0` : `M${points.join('L')}`;
  });

const scaled = ([x, y]: readonly [number, number], { width, height }: Size): [number, number] => [
  within((x / width) * edge),
  within((y / height) * edge),
];
const within = (value: number): number => Math.min(edge, Math.max(0, Math.round(value)));
