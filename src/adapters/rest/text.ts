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
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return text + decoder.decode();
    bytes += chunk.value.byteLength;
    if (bytes > maxBytes) {
      void reader?.cancel().catch(() => {});
      throw new AdapterError('invalid');
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
};
