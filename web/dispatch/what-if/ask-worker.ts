import type { WhatIfAnswer, WhatIfQuestion } from './compare-days.ts';
import type { WorkerWord } from './compare-worker.ts';

/** Has two days compared beside the page, which stays quick meanwhile; an abort ends the work at once. */
export const askWorker = (
  question: WhatIfQuestion,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<WhatIfAnswer> => {
  const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
  const answered = new Promise<WhatIfAnswer>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('cancelled')), { once: true });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<WorkerWord>) =>
      'answer' in data ? resolve(data.answer) : tell(data.share);
    worker.postMessage(question);
  });
  return answered.finally(() => worker.terminate());
};
