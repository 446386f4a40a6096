import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export type ReadingLimits = { checkMs: number; pieceMs: number };

/** A page at a kilobyte a second; the slowest of phones is ten times as fast. */
export const READING_LIMITS: ReadingLimits = { checkMs: 15_000, pieceMs: 120_000 };

type Reading = { sent: number; since: number };

/**
 * Ends connections whose client does not take what it asked for: it would hold the answer's memory for as long as it
 * likes. Each piece of an answer has its own time, so a long answer may take long, and a client that waits for us or is
 * idle between requests is left alone.
 */
export function endSlowReaders(server: Server, { checkMs, pieceMs }: ReadingLimits): void {
  const open = new Map<Socket, Reading>();
  server.on('connection', (socket) => {
    open.set(socket, { sent: 0, since: performance.now() });
    socket.once('close', () => open.delete(socket));
  });
  const check = setInterval(() => {
    const now = performance.now();
    for (const [socket, reading] of open) {
      // A piece stays in `writableLength` until the client has all of it.
      const waits = socket.writableLength > 0 && socket.bytesWritten === reading.sent;
      if (!waits) open.set(socket, { sent: socket.bytesWritten, since: now });
      else if (now - reading.since > pieceMs) socket.destroy();
    }
  }, checkMs).unref();
  server.once('close', () => clearInterval(check));
}
