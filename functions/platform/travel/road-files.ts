/** A network's file as it lies somewhere; `tag` changes when it is replaced. */
export interface RoadFile {
  readonly tag: string;
  readonly bytes: ArrayBuffer;
}

/** Where imported networks lie: a bucket, or a folder on one machine. */
export interface RoadFiles {
  /** `unchanged` where the file still has `knownTag`; `missing` where there is none of the name. */
  read(name: string, knownTag?: string): Promise<RoadFile | 'unchanged' | 'missing'>;
}
