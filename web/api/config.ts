import type { WebConfig } from '../../shared/protocol/web-config.ts';
import { NetworkDown } from './network-down.ts';

/** What the operator set for the pages; throws NetworkDown when it cannot be had. */
export const readConfig = async (send: typeof fetch = (...request) => fetch(...request)): Promise<WebConfig> => {
  const response = await send('/config.json').catch((fault: unknown) => {
    throw new NetworkDown(fault);
  });
  if (!response.ok) throw new NetworkDown();
  return response.json();
};
