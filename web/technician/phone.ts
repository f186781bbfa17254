import { createContext } from 'svelte';
import type { Api } from '../api/api.ts';
import type { StaffSession } from '../api/staff-session.ts';
import type { ServerNow } from '../api/server-now.svelte.ts';
import type { WebConfig } from '../../shared/protocol/web-config.ts';
import type { DayState } from './day-state.svelte.ts';
import type { Shell } from './shell.svelte.ts';
import type { Tracking } from './tracking.svelte.ts';

/** What every part of the phone's page may reach. */
export interface Phone {
  readonly api: Api;
  readonly config: WebConfig;
  readonly session: StaffSession;
  readonly now: ServerNow;
  readonly day: DayState;
  readonly tracking: Tracking;
  readonly shell: Shell;
}

export const [getPhone, setPhone] = createContext<Phone>();
