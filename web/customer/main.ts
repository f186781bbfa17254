import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/base.css';
import './customer.css';
import App from './App.svelte';
import { PageSettings } from './page-settings.svelte.ts';

const target = document.querySelector<HTMLElement>('#page');
if (target !== null) {
  const linkPage = {
    fragment: location.hash,
    hideFragment: () => history.replaceState(null, '', location.pathname),
    storage: sessionStorage,
  };
  mount(App, { target, props: { linkPage, settings: new PageSettings() } });
}
