import type { Api } from '../../api/api.ts';
import { listWatchers } from '../../../shared/protocol/endpoints/board.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';

type Watcher = ResponseOf<typeof listWatchers>['watchers'][number];

const askEveryMilliseconds = 20_000;

/** Who else looks at this territory: asked now and then, nothing waits for the answer. */
export class Watchers {
  list: readonly Watcher[] = $state.raw([]);
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Asks for a territory until it is told to stop. */
  follow(territoryId: string): () => void {
    this.list = [];
    let isOver = false;
    const ask = async () => {
      try {
        const { watchers } = await this.#api.call(listWatchers, { params: { territoryId } });
        if (!isOver) this.list = watchers;
      } catch {
        // Who looks on is a courtesy; the badge beside it says when the network is gone.
        if (!isOver) this.list = [];
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), askEveryMilliseconds);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }
}
