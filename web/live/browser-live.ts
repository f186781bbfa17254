import { LiveConnection, type LiveDeps, type LiveSocket } from './live-connection.ts';

/** A live connection over the browser's socket, timers and network events; answers how to stop it. */
export const startBrowserLive = (
  deps: Omit<LiveDeps, 'openSocket' | 'later' | 'random'>,
): { readonly stop: () => void; readonly reload: () => Promise<boolean> } => {
  const connection = new LiveConnection({
    ...deps,
    openSocket: (address) => browserSocket(absolute(address)),
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
    reload: () => connection.reload(),
    stop: () => {
      stopListening.abort();
      connection.stop();
    },
  };
};

const browserSocket = (address: string): LiveSocket => {
  const webSocket = new WebSocket(address);
  const socket: LiveSocket = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (text) => webSocket.readyState === WebSocket.OPEN && webSocket.send(text),
    close: () => webSocket.close(),
  };
  webSocket.onopen = () => socket.onopen?.();
  webSocket.onmessage = (event) => socket.onmessage?.(event);
  webSocket.onclose = () => socket.onclose?.();
  return socket;
};

const absolute = (address: string): string => {
  const url = new URL(address, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
};
