import { generate } from 'lean-qr';

export interface QrPath {
  /** Modules on a side, the quiet zone of four (ISO/IEC 18004) among them. */
  readonly size: number;
  /** The dark modules as an SVG path. */
  readonly path: string;
}

const quietModules = 4;

/** A text as a QR code; drawn by an SVG of ours, so that it prints sharply and needs no canvas. */
export const qrPath = (text: string): QrPath => {
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) path += `M${x + quietModules} ${y + quietModules}h1v1h-1z`;
    }
  }
  return { size: code.size + 2 * quietModules, path };
};
