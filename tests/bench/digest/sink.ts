import { createServer, type Socket } from 'node:net';

// A mail server that takes everything as fast as it can and keeps nothing but a count. Run as a process of its own.

const END = Buffer.from('\r\n.\r\n');
let taken = 0;

function serve(socket: Socket): void {
  let inData = false;
  let rest = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.write('220 sink\r\n');
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      if (inData) {
        const end = rest.indexOf(END);
        if (end < 0) {
          // What has been looked at need not be kept, but for the beginning of an end.
          rest = rest.subarray(Math.max(0, rest.length - END.length + 1));
          return;
        }
        rest = rest.subarray(end + END.length);
        inData = false;
        taken += 1;
        socket.write('250 2.0.0 Taken\r\n');
        continue;
      }
      const line = rest.indexOf('\r\n');
      if (line < 0) return;
      const command = rest.subarray(0, 4).toString('latin1').toUpperCase();
      rest = rest.subarray(line + 2);
      if (command === 'EHLO') socket.write('250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n');
      else if (command === 'DATA') {
        inData = true;
        socket.write('354 Go on\r\n');
      } else if (command === 'QUIT') socket.end('221 Bye\r\n');
      else socket.write('250 2.0.0 Fine\r\n');
    }
  });
}

const server = createServer(serve).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
process.on('message', () => process.send?.({ taken }));
process.on('disconnect', () => process.exit());
