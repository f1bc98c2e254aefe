import type { OrderAdapter } from '../adapter/index.js';
import { Store } from './store.js';

const stores = new WeakMap<OrderAdapter, Store>();
const adapters = new Map<string, OrderAdapter>();
const listeners = new Set<() => void>();
let fromAddress: ((address: string) => OrderAdapter) | undefined;
let pageDefault: OrderAdapter | undefined;

/** The one store of an adapter. */
export const storeOf = (adapter: OrderAdapter): Store => {
  let store = stores.get(adapter);
  if (!store) stores.set(adapter, (store = new Store(adapter)));
  return store;
};

/** The one store of a `src` address; `undefined` if no adapter for addresses was registered. */
export const storeAt = (address: string): Store | undefined => {
  let adapter = adapters.get(address);
  if (!adapter && fromAddress) adapters.set(address, (adapter = fromAddress(address)));
  return adapter && storeOf(adapter);
};

/** The store of the page's default adapter, if one was set. */
export const defaultStore = (): Store | undefined => pageDefault && storeOf(pageDefault);

/** One adapter for all elements of the page that name none themselves. */
export const setDefaultAdapter = (adapter: OrderAdapter | undefined): void => {
  pageDefault = adapter;
  announceSources();
};

/** How a `src` attribute becomes an adapter; the define files register the REST adapter here. */
export const setAddressAdapter = (make: (address: string) => OrderAdapter): void => {
  fromAddress ??= make;
  announceSources();
};

/** Tells elements that still look for their adapter to look again. */
export const announceSources = (): void => {
  for (const listener of [...listeners]) listener();
};

/** @returns the cancellation */
export const onSources = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
