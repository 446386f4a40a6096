import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { httpServer } from '@/lib/server/http-server';

const PIECE_MS = 3_000;
const QUICK = { headersMs: 300, requestMs: 600, checkMs: 50, reading: { checkMs: 50, pieceMs: PIECE_MS } };
const PIECE = Buffer.alloc(65_536, 'x');
const PIECES = 250;

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server?.closeAllConnections();
  server?.close();
});

/** A connection to a server with short limits that answers every whole request with 16 MB, piece by piece. */
async function client(): Promise<{ socket: Socket; heard: () => string; ended: Promise<void> }> {
  const open = httpServer([], QUICK, (request, response) => {
    const pieces = Readable.from(Array.from({ length: PIECES }, () => PIECE));
    request.resume().once('end', () => pipeline(pieces, response).catch(() => {}));
  });
  server = open;
  await new Promise<void>((resolve) => open.listen(0, '127.0.0.1', resolve));
  const socket = connect((open.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  let text = '';
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {});
  socket.on('data', (part) => {
    if (text.length < 1_000) text += part.toString('latin1');
  });
  return { socket, heard: () => text, ended };
}

test('headers that trickle in are cut off with 408', async () => {
  const { socket, heard, ended } = await client();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
  const trickle = setInterval(() => socket.write('X-More: 1\r\n'), 40);
  await ended;
  clearInterval(trickle);
  expect(heard()).toMatch(/^HTTP\/1\.1 408 /);
});

test('a body that trickles in is cut off', async () => {
  const { socket, ended } = await client();
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n');
  const trickle = setInterval(() => socket.write('x'), 40);
  await ended;
  clearInterval(trickle);
});

test('a client that does not read its answer loses the connection, and the server its burden', async () => {
  const { socket } = await client();
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const count = (): Promise<number> =>
    new Promise((resolve) => server?.getConnections((_error, connections) => resolve(connections)));
  while ((await count()) === 0) await sleep(10);
  while ((await count()) > 0) await sleep(10);
});

test('a client that reads, if slowly, gets the whole of it', async () => {
  const { socket, ended } = await client();
  let bytes = 0;
  socket.on('data', (part) => {
    bytes += part.length;
    // In all longer than any one piece may take.
    socket.pause();
    setTimeout(() => socket.resume(), (1.5 * PIECE_MS * part.length) / (PIECES * PIECE.length));
  });
  socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  await ended;
  expect(bytes).toBeGreaterThan(PIECES * PIECE.length);
});
