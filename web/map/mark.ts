/** What a mark on the map means; colour and form follow from it, never colour alone. */
export type MarkTone = 'fine' | 'risk' | 'late' | 'waiting' | 'moving' | 'here' | 'done' | 'stale';

export interface Mark {
  /** pin: waits for someone. stop: has its place in a day. person: a technician. place: stays where it is. hatch: the lines over an area. */
  readonly shape: 'pin' | 'stop' | 'person' | 'heading' | 'place' | 'cluster' | 'hatch';
  readonly tone: MarkTone;
  /** A stop's number, a technician's initials, a cluster's count. */
  readonly text: string;
  readonly selected: boolean;
}

const prefix = 'fieldline-mark';

/** Marks are painted when the map first asks for an image of this name. */
export const markName = ({ shape, tone, text, selected }: Mark): string =>
  [prefix, shape, tone, selected ? 'selected' : '', text].join('|');

export const markOf = (name: string): Mark | undefined => {
  const [first, shape, tone, selected, text] = name.split('|');
  if (first !== prefix || !isShape(shape) || !isTone(tone)) return undefined;
  return { shape, tone, selected: selected === 'selected', text: text ?? '' };
};

const shapes: readonly string[] = [
  'pin',
  'stop',
  'person',
  'heading',
  'place',
  'cluster',
  'hatch',
] satisfies Mark['shape'][];
const tones: readonly string[] = [
  'fine',
  'risk',
  'late',
  'waiting',
  'moving',
  'here',
  'done',
  'stale',
] satisfies MarkTone[];
const isShape = (text: string | undefined): text is Mark['shape'] => text !== undefined && shapes.includes(text);
const isTone = (text: string | undefined): text is MarkTone => text !== undefined && tones.includes(text);
