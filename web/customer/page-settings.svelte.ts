import { readConfig } from '../api/config.ts';
import type { WebConfig } from '../../shared/protocol/web-config.ts';

/** What the operator set for the pages. Asked for beside everything else: the words of the page never wait for it. */
export class PageSettings {
  config = $state.raw<Partial<WebConfig>>();

  /** Once it is known; without an answer the drawn map does. */
  async load(): Promise<void> {
    this.config = await readConfig().catch(() => ({}));
  }
}
