type Registered = CustomElementConstructor & { doorstep?: string };

/** The version of this copy, for pages on which two meet. */
export const VERSION = '0.1.0';

/**
 * Registers a tag once. A page that already has one from another copy of the library keeps it; if the
 * copies differ, the console names both versions.
 */
export const register = (tag: string, element: Registered): void => {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  const known: Registered | undefined = registry?.get(tag);
  if (known) {
    if (known.doorstep !== VERSION)
      console.warn(
        `Doorstep: <${tag}> stays version ${known.doorstep ?? 'unknown'}; ${VERSION} is not used.`,
      );
    return;
  }
  element.doorstep = VERSION;
  registry?.define(tag, element);
};
