import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/base.css';
import './dispatch.css';
import { ApiProblem } from '../api/api-problem.ts';
import { createApi } from '../api/api.ts';
import { readConfig } from '../api/config.ts';
import { openStaffSession } from '../api/staff-session.ts';
import App from './App.svelte';
import StartFailed from './StartFailed.svelte';
import { ConsoleState } from './state/console-state.svelte.ts';
import { readCatalogue } from './state/read-catalogue.ts';

const start = async (target: HTMLElement): Promise<void> => {
  try {
    const config = await readConfig();
    const session = await openStaffSession({ signIn: config.signIn, keepIn: sessionStorage });
    if (session === undefined) return;
    if (session.account.roles.every((role) => role === 'technician')) {
      mount(StartFailed, { target, props: { notAllowed: true } });
      return;
    }
    const api = createApi({ session });
    const catalogue = await readCatalogue(api);
    mount(App, { target, props: { desk: new ConsoleState({ config, session, api, catalogue }) } });
  } catch (fault) {
    mount(StartFailed, { target, props: { notAllowed: fault instanceof ApiProblem && fault.code === 'not-allowed' } });
  }
};

const page = document.querySelector<HTMLElement>('#page');
if (page !== null) void start(page);
