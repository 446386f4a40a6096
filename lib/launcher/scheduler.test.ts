import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Log } from '../log';
import { JOBS, startScheduler } from './scheduler';

type Call = {
  method: string | undefined;
  url: string | undefined;
  authorization: string | undefined;
  response: ServerResponse;
};

let calls: Call[] = [];
let lines: string[] = [];
let server: Server;
let stop: () => void = () => {};
const note = (message: string): void => void lines.push(message);
const log: Log = { debug: note, info: note, warn: note, error: note };

beforeEach(async () => {
  calls = [];
  lines = [];
  server = createServer((request, response) => {
    const { method, url, headers } = request;
    calls.push({ method, url, authorization: headers.authorization, response });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  stop();
  server.closeAllConnections();
  server.close();
});

function start(everyMs = 20): void {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const jobs = [{ name: 'ingest', path: '/api/jobs/ingest?wait=900', firstAfterMs: 1, everyMs }];
  ({ stop } = startScheduler({ jobs, host: '127.0.0.1', port, secret: 's3cret', log, random: () => 0.5 }));
}

async function callNumber(at: number): Promise<Call> {
  for (let waited = 0; waited < 3_000; waited += 5) {
    const call = calls[at];
    if (call) return call;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`call ${at} did not come`);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('a job is asked for with the secret, and again after its time', async () => {
  start();
  const first = await callNumber(0);
  expect(first).toMatchObject({ method: 'POST', url: '/api/jobs/ingest?wait=900', authorization: 'Bearer s3cret' });
  first.response.end('{}');
  await callNumber(1);
  expect(lines).toEqual([]);
});

test('a job that is still running is not asked for again', async () => {
  start();
  await callNumber(0);
  await pause(150);
  expect(calls).toHaveLength(1);
});

test('a failure is logged with what was said, the pauses grow, and recovery is told', async () => {
  start();
  const times: number[] = [];
  for (let at = 0; at < 4; at++) {
    const { response } = await callNumber(at);
    times.push(performance.now());
    response.writeHead(500).end('the source is down');
  }
  const pauses = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  expect(pauses[2]).toBeGreaterThan(70);
  expect(lines[0]).toBe('The job ingest failed: status 500 the source is down');
  (await callNumber(4)).response.writeHead(202).end();
  await callNumber(5);
  expect(lines.at(-1)).toBe('The job ingest works again.');
});

test('after a stop nothing is asked for or said', async () => {
  start();
  await callNumber(0);
  stop();
  await pause(100);
  expect(calls).toHaveLength(1);
  expect(lines).toEqual([]);
});

test('the ingest is asked for every quarter of an hour', () => {
  expect(JOBS.find(({ name }) => name === 'ingest')).toMatchObject({ everyMs: 900_000 });
});
