import { NetworkDown } from './network-down.ts';

const answerWithinMilliseconds = 4000;

/** The style of an online map; throws NetworkDown when it is not there in four seconds, so that the drawn base stays. */
export const readMapStyle = async (
  url: string,
  send: typeof fetch = (...request) => fetch(...request),
): Promise<unknown> => {
  const signal = AbortSignal.timeout(answerWithinMilliseconds);
  const response = await send(url, { signal }).catch((fault: unknown) => {
    throw new NetworkDown(fault);
  });
  if (!response.ok) throw new NetworkDown();
  return response.json();
};
