import type { Position } from '../../model/place.ts';

export interface House {
  readonly number: string;
  readonly position: Position;
}

/** A street of a gazetteer, with its houses where they are known. */
export interface Street {
  readonly name: string;
  /** Town or district; streets of one name in two towns are two. */
  readonly locality: string;
  /** Somewhere on it: the middle of its houses, or of its line. */
  readonly position: Position;
  readonly houses: readonly House[];
}
