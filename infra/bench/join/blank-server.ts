import { createServer } from 'node:http';

export interface BlankServer {
  readonly url: string;
  close(): void;
}

/** Serves an empty page at localhost. */
export async function startBlankServer(): Promise<BlankServer> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>bare</title><body></body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://localhost:${port}/`, close: () => void server.close() };
}
