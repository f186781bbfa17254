import { LiveConnection, type LiveDeps, type LiveSocket } from './live-connection.ts';

/** A live connection over the browser's socket, timers and network events; answers how to stop it. */
export const startBrowserLive = (
  deps: Omit<LiveDeps, 'openSocket' | 'later' | 'random'>,
): { readonly stop: () => void } => {
  const connection = new LiveConnection({
    ...deps,
    openSocket: (address): LiveSocket => new WebSocket(absolute(address)),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });
  const stopListening = new AbortController();
  const { signal } = stopListening;
  addEventListener('online', () => connection.wake(), { signal });
  addEventListener('offline', () => connection.sleep(), { signal });
  connection.start();
  return {
    stop: () => {
      stopListening.abort();
      connection.stop();
    },
  };
};

const absolute = (address: string): string => {
  const url = new URL(address, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
};
