import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';

/** How the network is at the moment. */
export interface Quality {
  readonly latencyMilliseconds?: number;
  readonly bytesPerSecond?: number;
}

/** The network between a browser and the product, as a proxy on loopback: a browser's own throttling does not reach a service worker. */
export class LoopbackNetwork {
  isCut = false;
  quality: Quality = {};
  /** Told of every request before it is passed on, and of its answer before that is; throwing loses what comes next. */
  onRequest: (asked: Asked) => void = () => undefined;
  onAnswer: (asked: Asked) => void = () => undefined;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((asked, answer) => void this.#carry(asked, answer));
  }

  static async open(): Promise<LoopbackNetwork> {
    const network = new LoopbackNetwork();
    await new Promise<void>((done) => network.#server.listen(0, '127.0.0.1', done));
    return network;
  }

  /** What Chromium needs to send everything through it, its own machine's addresses too. */
  get chromiumArguments(): string[] {
    const address = this.#server.address();
    if (!isAddress(address)) throw new Error('the network is not open');
    return [`--proxy-server=http://127.0.0.1:${address.port}`, '--proxy-bypass-list=<-loopback>'];
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #carry(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const what = { method: asked.method ?? '', path: new URL(asked.url ?? '/', 'http://nowhere').pathname };
    try {
      if (this.isCut) throw new Error('cut');
      this.onRequest(what);
      await after(this.quality.latencyMilliseconds ?? 0);
      const from = await passOn(asked);
      if (this.isCut) throw new Error('cut');
      this.onAnswer(what);
      answer.writeHead(from.statusCode ?? 502, from.headers);
      const { bytesPerSecond } = this.quality;
      if (bytesPerSecond === undefined) from.pipe(answer);
      else from.pipe(narrow(this.#line, bytesPerSecond)).pipe(answer);
    } catch {
      answer.destroy();
    }
  }

  /** When the one line that all answers share is free again. */
  readonly #line = { freeAt: 0 };
}

export interface Asked {
  readonly method: string;
  readonly path: string;
}

const passOn = (asked: IncomingMessage): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const on = request(asked.url ?? '', { method: asked.method, headers: asked.headers }, resolve);
    on.on('error', reject);
    asked.pipe(on);
  });

const narrow = (line: { freeAt: number }, bytesPerSecond: number): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      line.freeAt = Math.max(line.freeAt, Date.now()) + (chunk.length * 1000) / bytesPerSecond;
      setTimeout(() => done(null, chunk), line.freeAt - Date.now());
    },
  });

const isAddress = (address: ReturnType<Server['address']>): address is AddressInfo =>
  typeof address === 'object' && address !== null;
