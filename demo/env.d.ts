/// <reference types="vite/client" />

/** The index of the documentation's search, as JSON. */
declare module 'virtual:doorstep-docs-search' {
  const index: string;
  export default index;
}

declare module '@custom-elements-manifest/analyzer/cli.js' {
  /** @returns the manifest */
  export function cli(options: { argv: string[]; cwd: string; noWrite: boolean }): Promise<unknown>;
}
