import { AdapterError } from '../../adapter/adapter.js';

/**
 * Reads a body as UTF-8 text and stops as soon as it is longer than allowed: what is too large is
 * neither read to its end nor parsed.
 *
 * @throws {AdapterError} `invalid` above `maxBytes`
 */
export const readText = async (
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<string> => {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return text + decoder.decode();
    // The caller lets go of the rest.
    if ((bytes += value.byteLength) > maxBytes) throw new AdapterError('invalid');
    text += decoder.decode(value, { stream: true });
  }
};
