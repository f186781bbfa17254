import { compareDays, type WhatIfAnswer, type WhatIfQuestion } from './compare-days.ts';

/** What the worker says: how far it is, or the answer. */
export type WorkerWord = { readonly share: number } | { readonly answer: WhatIfAnswer };

const say = (word: WorkerWord): void => self.postMessage(word);

self.onmessage = ({ data }: MessageEvent<WhatIfQuestion>) =>
  say({ answer: compareDays(data, (share) => say({ share })) });
