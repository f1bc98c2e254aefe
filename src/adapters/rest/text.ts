import { AdapterError } from '../../adapter/adapter.js';

/**
 * Reads a body as UTF-8 text and stops as soon as it is longer than allowed: what is too large is
 * neither read to its end nor parsed.
 *
 * @throws {AdapterError} `invalid` above `maxBytes`
 */
export const readText = async (
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  maxBytes: number,
): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return text + decoder.decode();
    // The caller lets go of the rest: a server that cancelled here would cut off its own answer.
    if ((bytes += value.byteLength) > maxBytes) throw new AdapterError('invalid');
    text += decoder.decode(value, { stream: true });
  }
};
