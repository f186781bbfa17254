/** No answer came: no network, or the server is away. Whether a write had its effect is unknown; the same key repeats it safely. */
export class NetworkDown extends Error {
  override readonly name = 'NetworkDown';

  constructor(cause?: unknown) {
    super('no answer from the server', { cause });
  }
}
