import { codeReader } from './code-reader.ts';

export interface Scanning {
  /** Settles when there is no camera to look through, or no leave to. */
  readonly failed: Promise<void>;
  stop(): void;
}

/** Tries a picture so often. */
const everyMilliseconds = 250;

/** Shows the back camera in the video and calls with the first code that it sees. */
export const scanWithCamera = (video: HTMLVideoElement, oncode: (code: string) => void): Scanning => {
  let stopped = false;
  let stream: MediaStream | undefined;
  const stop = () => {
    stopped = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const look = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (stopped) return stop();
    video.srcObject = stream;
    await video.play();
    const read = await codeReader();
    const canvas = document.createElement('canvas');
    while (!stopped) {
      const code = await read(pictureOf(video, canvas));
      if (code !== undefined && !stopped) {
        stop();
        oncode(code);
      }
      await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
    }
  };
  const failed = new Promise<void>((resolve) => void look().catch(() => resolve()));
  return { failed, stop };
};

const pictureOf = (video: HTMLVideoElement, canvas: HTMLCanvasElement): HTMLCanvasElement => {
  canvas.width = video.videoWidth || 1;
  canvas.height = video.videoHeight || 1;
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video, 0, 0);
  return canvas;
};
