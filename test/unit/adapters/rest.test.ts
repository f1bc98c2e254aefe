import { memory } from '../../../src/adapters/memory/memory.js';
import { createHandler } from '../../../src/adapters/rest/handler.js';
import { rest } from '../../../src/adapters/rest/rest.js';
import { contract } from './contract.js';
import { slots } from './fixture.js';

contract('rest, through the handler, to memory', (now) => {
  const backend = memory({ now, slots: slots() });
  const handler = createHandler({ basePath: '/doorstep', backend });
  const adapter = rest({
    baseUrl: 'https://shop.test/doorstep',
    fetch: async (url, init) => (await handler(new Request(url, init))) ?? Response.error(),
  });
  return { adapter, backend };
});
