import { markOf, type Mark, type MarkTone } from './mark.ts';
import type { Palette } from './palette.ts';

type Brush = CanvasRenderingContext2D;

/** Image pixels per CSS pixel. */
const scale = 2;

/** Paints the mark of that name in the page's colours; undefined for names that are not ours. */
export const paintMark = (name: string, palette: Palette): ImageData | undefined => {
  const mark = markOf(name);
  if (!mark) return undefined;
  const side = sides[mark.shape];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * scale;
  const brush = canvas.getContext('2d');
  if (!brush) return undefined;
  brush.scale(scale, scale);
  brush.translate(side / 2, side / 2);
  painters[mark.shape](brush, mark, palette);
  return brush.getImageData(0, 0, canvas.width, canvas.height);
};

/** CSS pixels. */
const sides = { pin: 32, stop: 30, person: 36, heading: 56, place: 28, cluster: 40, hatch: 8 } as const;

const colourOf = (tone: MarkTone, palette: Palette): string => {
  switch (tone) {
    case 'fine':
      return palette.fine;
    case 'risk':
      return palette.risk;
    case 'late':
      return palette.late;
    case 'moving':
    case 'here':
      return palette.accent;
    case 'waiting':
      return palette.waiting;
    case 'done':
    case 'stale':
      return palette.muted;
  }
};

const disc = (brush: Brush, radius: number): void => {
  brush.beginPath();
  brush.arc(0, 0, radius, 0, Math.PI * 2);
};

const halo = (brush: Brush, radius: number, selected: boolean, palette: Palette): void => {
  disc(brush, radius);
  brush.fillStyle = selected ? palette.ink : palette.surface1;
  brush.fill();
};

const write = (brush: Brush, text: string, colour: string, size: number): void => {
  brush.fillStyle = colour;
  brush.font = `650 ${size}px system-ui, sans-serif`;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillText(text, 0, 0.5);
};

/** Hollow while it waits; a late one is filled and carries an exclamation mark. */
const paintPin = (brush: Brush, { tone, selected }: Mark, palette: Palette): void => {
  const colour = colourOf(tone, palette);
  halo(brush, selected ? 13.5 : 11, selected, palette);
  disc(brush, selected ? 10.5 : 9);
  brush.fillStyle = tone === 'late' ? colour : palette.surface1;
  brush.fill();
  brush.strokeStyle = colour;
  brush.lineWidth = 2.4;
  if (tone === 'waiting') brush.setLineDash([3.4, 2.4]);
  brush.stroke();
  brush.setLineDash([]);
  if (tone === 'late') write(brush, '!', palette.onLate, 13);
  else if (tone === 'risk') write(brush, '▲', colour, 9);
};

const paintStop = (brush: Brush, { tone, text, selected }: Mark, palette: Palette): void => {
  const colour = colourOf(tone, palette);
  const filled = tone === 'here' || tone === 'late';
  const radius = text === '' && !filled && tone !== 'done' && tone !== 'moving' ? 5.5 : 9;
  halo(brush, radius + (selected ? 5 : 2), selected, palette);
  disc(brush, radius);
  brush.fillStyle = filled ? colour : palette.surface1;
  brush.fill();
  brush.strokeStyle = colour;
  brush.lineWidth = 2;
  brush.stroke();
  const ink = filled ? (tone === 'late' ? palette.onLate : palette.onAccent) : palette.ink;
  if (tone === 'done' && text === '') paintTick(brush, palette.ink2);
  else if (tone === 'moving' && text === '') paintArrow(brush, colour);
  else write(brush, text === '' && tone === 'late' ? '!' : text, ink, 11);
};

const paintTick = (brush: Brush, colour: string): void => {
  brush.beginPath();
  brush.moveTo(-4, 0.5);
  brush.lineTo(-1, 3.5);
  brush.lineTo(4, -3);
  brush.strokeStyle = colour;
  brush.lineWidth = 1.8;
  brush.stroke();
};

const paintArrow = (brush: Brush, colour: string): void => {
  brush.beginPath();
  brush.moveTo(-3, -4.5);
  brush.lineTo(5, 0);
  brush.lineTo(-3, 4.5);
  brush.closePath();
  brush.fillStyle = colour;
  brush.fill();
};

/** A rounded square, so that a person is never taken for a stop; hatched when not heard of for long. */
const paintPerson = (brush: Brush, { tone, text, selected }: Mark, palette: Palette): void => {
  const colour = tone === 'stale' ? palette.waiting : colourOf(tone, palette);
  const half = selected ? 14 : 12;
  brush.beginPath();
  brush.roundRect(-half - 2, -half - 2, 2 * half + 4, 2 * half + 4, 9);
  brush.fillStyle = selected ? palette.ink : palette.surface1;
  brush.fill();
  brush.beginPath();
  brush.roundRect(-half, -half, 2 * half, 2 * half, 7);
  brush.fillStyle = tone === 'stale' || tone === 'waiting' ? palette.surface1 : colour;
  brush.fill();
  brush.strokeStyle = colour;
  brush.lineWidth = 1.8;
  if (tone === 'stale') brush.setLineDash([2.4, 2]);
  brush.stroke();
  brush.setLineDash([]);
  const hollow = tone === 'stale' || tone === 'waiting';
  write(brush, text, hollow ? palette.ink2 : palette.onAccent, 11);
};

/** Points north; the map turns it into the direction of travel. */
const paintHeading = (brush: Brush, { tone }: Mark, palette: Palette): void => {
  brush.beginPath();
  brush.moveTo(0, -26);
  brush.lineTo(7.5, -15.5);
  brush.lineTo(-7.5, -15.5);
  brush.closePath();
  brush.fillStyle = colourOf(tone, palette);
  brush.strokeStyle = palette.surface1;
  brush.lineWidth = 1.5;
  brush.fill();
  brush.stroke();
};

/** An upright square with a sign: a shelf, a machine. */
const paintPlace = (brush: Brush, { text, selected }: Mark, palette: Palette): void => {
  brush.fillStyle = selected ? palette.accent : palette.surface1;
  brush.strokeStyle = palette.ink2;
  brush.lineWidth = 1.6;
  brush.fillRect(-9, -9, 18, 18);
  brush.strokeRect(-9, -9, 18, 18);
  write(brush, text, selected ? palette.onAccent : palette.ink, 12);
};

const paintCluster = (brush: Brush, { text }: Mark, palette: Palette): void => {
  halo(brush, 17, false, palette);
  disc(brush, 15);
  brush.strokeStyle = palette.waiting;
  brush.lineWidth = 2;
  brush.setLineDash([3.4, 2.4]);
  brush.stroke();
  brush.setLineDash([]);
  write(brush, text, palette.ink, 12);
};

/** One tile of slanting lines; what leaves it at one side comes in at the other. */
const paintHatch = (brush: Brush, { tone }: Mark, palette: Palette): void => {
  brush.strokeStyle = colourOf(tone, palette);
  brush.globalAlpha = 0.5;
  brush.lineWidth = 1;
  brush.beginPath();
  for (const shift of [-8, 0, 8]) {
    brush.moveTo(-6 + shift, 6);
    brush.lineTo(6 + shift, -6);
  }
  brush.stroke();
  brush.globalAlpha = 1;
};

const painters: Record<Mark['shape'], (brush: Brush, mark: Mark, palette: Palette) => void> = {
  pin: paintPin,
  stop: paintStop,
  person: paintPerson,
  heading: paintHeading,
  place: paintPlace,
  cluster: paintCluster,
  hatch: paintHatch,
};
