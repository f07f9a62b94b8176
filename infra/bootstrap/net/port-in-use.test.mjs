import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { portInUse } from './port-in-use.mjs';

it('names the port and the flag that changes it, and is silent about a free one', async () => {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  expect(await portInUse(port, '--http-port N')).toMatch(new RegExp(`^Port ${port} is already in use.*--http-port N`));
  server.close();
  await once(server, 'close');
  expect(await portInUse(port, '--http-port N')).toBeUndefined();
});
