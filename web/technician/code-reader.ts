import type { ReadCode } from './read-code.ts';

/** Chromium's own detector, which TypeScript's DOM does not know. */
interface Detector {
  detect(picture: HTMLCanvasElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new () => Detector;

/** The browser's own reader; where it has none, ZXing's, which is loaded only then. */
export const codeReader = async (): Promise<ReadCode> => {
  const own = ownDetector();
  if (own) return async (picture) => (await own.detect(picture))[0]?.rawValue;
  const { zxingReader } = await import('./zxing-reader.ts');
  return zxingReader();
};

const ownDetector = (): Detector | undefined => {
  const found: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  return isDetectorClass(found) ? new found() : undefined;
};

const isDetectorClass = (found: unknown): found is DetectorClass => typeof found === 'function';
