import { createServer } from 'node:net';

const bind = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });

/** The wished port of 127.0.0.1 when it is free, else one that the system picks. */
export async function freePort(wished?: number): Promise<number> {
  const port = (wished === undefined ? undefined : await bind(wished)) ?? (await bind(0));
  if (port === undefined) throw new Error('no free port on 127.0.0.1');
  return port;
}
