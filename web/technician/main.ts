import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/base.css';
import './technician.css';
import { createApi } from '../api/api.ts';
import { readConfig } from '../api/config.ts';
import { ServerNow } from '../api/server-now.svelte.ts';
import { openStaffSession } from '../api/staff-session.ts';
import App from './App.svelte';
import { DayState } from './day-state.svelte.ts';
import StartFailed from './StartFailed.svelte';
import { Tracking } from './tracking.svelte.ts';

const start = async (target: HTMLElement): Promise<void> => {
  try {
    const config = await readConfig();
    const session = await openStaffSession({ signIn: config.signIn, keepIn: localStorage });
    if (session === undefined) return;
    const api = createApi({ session });
    const phone = {
      api,
      config,
      session,
      now: new ServerNow(api),
      day: new DayState(api),
      tracking: new Tracking(api, navigator.geolocation),
    };
    mount(App, { target, props: { phone } });
  } catch (fault) {
    mount(StartFailed, { target, props: { fault } });
  }
};

const page = document.querySelector<HTMLElement>('#page');
if (page !== null) void start(page);
