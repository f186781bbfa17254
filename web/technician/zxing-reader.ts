import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HTMLCanvasElementLuminanceSource,
  HybridBinarizer,
  MultiFormatReader,
  NotFoundException,
} from '@zxing/library';
import type { ReadCode } from './read-code.ts';

const formats = [
  BarcodeFormat.QR_CODE,
  BarcodeFormat.DATA_MATRIX,
  BarcodeFormat.CODE_128,
  BarcodeFormat.CODE_39,
  BarcodeFormat.EAN_13,
  BarcodeFormat.EAN_8,
  BarcodeFormat.ITF,
];

/** ZXing's reader for browsers without one. */
export const zxingReader = (): ReadCode => {
  const reader = new MultiFormatReader();
  reader.setHints(new Map<DecodeHintType, unknown>([[DecodeHintType.POSSIBLE_FORMATS, formats]]));
  return async (picture) => {
    try {
      const bitmap = new BinaryBitmap(new HybridBinarizer(new HTMLCanvasElementLuminanceSource(picture)));
      return reader.decodeWithState(bitmap).getText();
    } catch (fault) {
      if (fault instanceof NotFoundException) return undefined;
      // A code that is seen half or unsharp: the next picture may show it whole.
      return undefined;
    }
  };
};
