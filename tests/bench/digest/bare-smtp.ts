import { once } from 'node:events';
import { connect } from 'node:net';

/** The least that sending can cost: ready bytes over plain sockets, one message at a time on each. Messages a second. */
export async function bareSmtp(port: number, { messages, connections }: { messages: Buffer[]; connections: number }) {
  const stuffed = messages.map((message) => Buffer.concat([message, Buffer.from('.\r\n')]));
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(port, '127.0.0.1').setNoDelay(true);
      const ask = async (text: string | Buffer): Promise<void> => {
        socket.write(text);
        await once(socket, 'data');
      };
      await once(socket, 'data');
      await ask('EHLO bench\r\n');
      for (let at = next++; at < stuffed.length; at = next++) {
        await ask('MAIL FROM:<papers@example.org>\r\n');
        await ask(`RCPT TO:<reader${at}@readers.example.org>\r\n`);
        await ask('DATA\r\n');
        await ask(stuffed[at] ?? '');
      }
      socket.end('QUIT\r\n');
    }),
  );
  return messages.length / ((performance.now() - began) / 1_000);
}
