import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export type Mood =
  | 'kind'
  /** Takes the message and breaks off before it says so. */
  | 'takes and drops'
  /** Breaks off after the message without having taken it. */
  | 'loses and drops'
  | 'greylists'
  | 'is busy'
  | 'is slow'
  | 'closes at once';

export type ChaosServer = {
  url: string;
  mood: Mood;
  /** By address: the ids of the messages that were taken for it, repetitions included. */
  taken: Map<string, string[]>;
  /** Messages that were taken without an answer: the sender cannot know and has to send them again. */
  unanswered: number;
  stop(): Promise<void>;
};

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/** A mail server that behaves as badly as it is told to. */
export async function startChaosServer({ tarpitMs = 800 } = {}): Promise<ChaosServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect(_session, done) {
      done(chaos.mood === 'closes at once' ? refusal(421, '4.3.2 Too many connections') : null);
    },
    onRcptTo(_address, _session, done) {
      if (chaos.mood === 'greylists') done(refusal(451, '4.7.1 Greylisted, come again'));
      else if (chaos.mood === 'is busy') done(refusal(421, '4.3.2 Shutting down'));
      else done();
    },
    onData(stream, session, done) {
      const mood = chaos.mood;
      let head = '';
      stream.on('data', (chunk: Buffer) => {
        if (head.length < 4_096) head += chunk.toString('latin1');
      });
      stream.on('end', async () => {
        if (mood === 'is slow') await sleep(tarpitMs);
        const address = session.envelope.rcptTo[0]?.address ?? '';
        const id = /^Message-ID: (\S+)/im.exec(head)?.[1] ?? 'none';
        if (mood === 'loses and drops') return destroy(session);
        chaos.taken.set(address, [...(chaos.taken.get(address) ?? []), id]);
        if (mood !== 'takes and drops') return done();
        chaos.unanswered += 1;
        destroy(session);
      });
    },
  });
  // A sender that was killed breaks its connections.
  server.on('error', () => {});
  const destroy = (session: { id: string }): void => {
    for (const connection of server.connections) {
      const { session: own, _socket: socket } = connection as unknown as {
        session: { id: string };
        _socket: { destroy(): void };
      };
      if (own.id === session.id) socket.destroy();
    }
  };
  const port = await new Promise<number>((resolve) => {
    const net = server.listen(0, '127.0.0.1', () => resolve((net.address() as { port: number }).port));
  });
  const chaos: ChaosServer = {
    url: `smtp://127.0.0.1:${port}`,
    mood: 'kind',
    taken: new Map(),
    unanswered: 0,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return chaos;
}
