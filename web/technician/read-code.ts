/** Reads a bar code or QR code from a picture; undefined where there is none. */
export type ReadCode = (picture: HTMLCanvasElement) => Promise<string | undefined>;
