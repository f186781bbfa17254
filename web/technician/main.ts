import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/base.css';
import './technician.css';
import { createApi } from '../api/api.ts';
import { readConfig } from '../api/config.ts';
import { ServerClock } from '../api/server-clock.ts';
import { ServerNow } from '../api/server-now.svelte.ts';
import { openStaffSession } from '../api/staff-session.ts';
import App from './App.svelte';
import { DayState } from './day-state.svelte.ts';
import { openSync } from './open-sync.ts';
import { Shell } from './shell.svelte.ts';
import StartFailed from './StartFailed.svelte';
import { Tracking } from './tracking.svelte.ts';

const start = async (target: HTMLElement): Promise<void> => {
  try {
    const config = await readConfig();
    const session = await openStaffSession({ signIn: config.signIn, keepIn: localStorage });
    if (session === undefined) return;
    const clock = new ServerClock();
    const api = createApi({ session, clock });
    const sync = await openSync(session.account, api);
    clock.assume(sync.news.contents.installation.offsetMilliseconds);
    const phone = {
      api,
      config,
      session,
      now: new ServerNow(api),
      day: new DayState(sync, api),
      tracking: new Tracking(api, navigator.geolocation),
      shell: new Shell(),
    };
    mount(App, { target, props: { phone } });
  } catch (fault) {
    mount(StartFailed, { target, props: { fault } });
  }
};

const page = document.querySelector<HTMLElement>('#page');
if (page !== null) void start(page);
