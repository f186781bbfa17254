/** What was mended, as codes; the screen says them in words. */
export type Repair =
  | 'ring-closed'
  | 'winding-turned'
  | 'duplicate-points-removed'
  | 'altitude-dropped'
  | 'axes-swapped'
  | 'small-ring-dropped'
  | 'self-intersection-resolved'
  | 'parts-joined'
  | 'simplified';

export type RepairRefusal =
  'no-area' | 'unreadable-position' | 'outside-the-world' | 'nothing-left' | 'too-many-points';
