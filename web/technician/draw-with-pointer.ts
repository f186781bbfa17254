export interface Drawing {
  clear(): void;
  /** As PNG, black on white. */
  picture(): Promise<Blob | undefined>;
  stop(): void;
}

const inkWidthPixels = 2.5;

/** Draws what finger, pen or mouse writes on the canvas; `onink` when something stands there. */
export const drawWithPointer = (canvas: HTMLCanvasElement, onink: () => void): Drawing => {
  const context = canvas.getContext('2d');
  const ends = new AbortController();
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = Math.max(1, Math.round(width * devicePixelRatio));
  canvas.height = Math.max(1, Math.round(height * devicePixelRatio));
  context?.scale(devicePixelRatio, devicePixelRatio);
  const clear = () => {
    if (!context) return;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
  };
  clear();
  const begin = ({ offsetX, offsetY, pointerId }: PointerEvent) => {
    if (!context) return;
    canvas.setPointerCapture(pointerId);
    Object.assign(context, { lineWidth: inkWidthPixels, lineCap: 'round', lineJoin: 'round', strokeStyle: '#000' });
    context.beginPath();
    context.moveTo(offsetX, offsetY);
  };
  const go = ({ offsetX, offsetY, buttons }: PointerEvent) => {
    if (!context || buttons === 0) return;
    context.lineTo(offsetX, offsetY);
    context.stroke();
    onink();
  };
  canvas.addEventListener('pointerdown', begin, ends);
  canvas.addEventListener('pointermove', go, ends);
  return {
    clear,
    picture: () => new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png')),
    stop: () => ends.abort(),
  };
};
