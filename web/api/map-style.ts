import { NetworkDown } from './network-down.ts';

/** Longer than this and the quiet drawn base stays. */
const withinMilliseconds = 4_000;

/** The style of an online map; throws NetworkDown when it does not come in time. */
export const loadMapStyle = async (
  url: string,
  send: typeof fetch = (...request) => fetch(...request),
): Promise<unknown> => {
  const response = await send(url, { signal: AbortSignal.timeout(withinMilliseconds) }).catch((fault: unknown) => {
    throw new NetworkDown(fault);
  });
  if (!response.ok) throw new NetworkDown();
  return response.json();
};
