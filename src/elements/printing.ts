import type { ReactiveControllerHost } from 'lit';

const hosts = new Set<ReactiveControllerHost>();
let printing = false;

const change = (event: Event): void => {
  printing = event.type === 'beforeprint';
  for (const host of hosts) host.requestUpdate();
};

/** Whether the page is on its way to paper, where nothing can be pressed: then everything is shown. */
export const isPrinting = (): boolean => printing;

/** Draws an element anew when printing begins and ends. */
export const watchPrinting = (host: ReactiveControllerHost): void =>
  host.addController({
    hostConnected() {
      if (!hosts.size)
        for (const name of ['beforeprint', 'afterprint']) addEventListener(name, change);
      hosts.add(host);
    },
    hostDisconnected() {
      hosts.delete(host);
      if (!hosts.size)
        for (const name of ['beforeprint', 'afterprint']) removeEventListener(name, change);
    },
  });
