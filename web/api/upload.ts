import { ApiProblem } from './api-problem.ts';
import { NetworkDown } from './network-down.ts';
import { problemOf } from './problem-of.ts';

export interface Upload {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
}

/** Puts a file to the address the server gave for it; the same file may be put again after a loss. */
export const upload = async (
  { url, method, headers }: Upload,
  file: Blob,
  send: typeof fetch = (...request) => fetch(...request),
): Promise<void> => {
  const response = await send(url, { method, headers: { ...headers }, body: file }).catch((fault: unknown) => {
    throw new NetworkDown(fault);
  });
  if (!response.ok) throw new ApiProblem(await problemOf(response));
};
