import { createContext } from 'svelte';
import type { Api } from '../api/api.ts';
import type { ServerNow } from '../api/server-now.svelte.ts';
import type { PageSettings } from './page-settings.svelte.ts';

/** What every part of the customer's page may reach. */
export interface CustomerPage {
  readonly api: Api;
  readonly now: ServerNow;
  readonly settings: PageSettings;
}

export const [getCustomerPage, setCustomerPage] = createContext<CustomerPage>();
