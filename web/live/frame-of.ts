import { liveFrame, type LiveFrame } from '../../shared/protocol/live-event.ts';

/** Parses what came over the socket; what is no frame, such as an answer to a ping, is undefined. */
export const frameOf = (data: unknown): LiveFrame | undefined => {
  const parsed = liveFrame.safeParse(jsonOf(data));
  return parsed.success ? parsed.data : undefined;
};

const jsonOf = (data: unknown): unknown => {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
};
