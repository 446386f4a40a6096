import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Done } from './votes/http-load';
import { httpLoad, once } from './votes/http-load';
import type { BenchWorld } from './votes/world';
import { benchWorld, DAYS } from './votes/world';
import { yardsticks } from './votes/yardstick';

export type Figure = { name: string; value: number; unit: string; aim?: number };
type Options = { seconds?: number; report?: (figure: Figure) => void };

const CONNECTIONS = 10;
const STREAM_A_SECOND = 50;
const TURNS = 3;

/**
 * Votes over HTTP against the same transaction without HTTP, the viewer-state request, and how feed pages fare while
 * votes stream in. Needs the build, starts a database and a process of its own, and takes about a minute.
 */
export async function benchVotes({ seconds = 12, report = print }: Options = {}): Promise<Figure[]> {
  const figures: Figure[] = [];
  const add = (figure: Figure): void => {
    figures.push(figure);
    report(figure);
  };
  const world = await benchWorld({ people: 400 });
  try {
    // The limit of a person's votes is none of what is measured; it is paid all the same.
    await benchCasting(world, seconds, add);
    await benchViewerState(world, seconds, add);
    await benchPages(world, seconds, add);
  } finally {
    await world.stop();
  }
  return figures;
}

type Add = (figure: Figure) => void;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

// In turns, so that whatever else the machine does falls on all of them alike.
async function benchCasting(world: BenchWorld, seconds: number, add: Add): Promise<void> {
  await vote(world, { seconds: 2, papers: world.papers, connections: CONNECTIONS });
  for (const [where, papers] of [
    ['many papers', world.papers],
    ['one paper', world.papers.slice(0, 1)],
  ] as const) {
    const rates = new Map<string, number[]>();
    const note = (name: string, rate: number) => rates.set(name, [...(rates.get(name) ?? []), rate]);
    for (let turn = 0; turn < TURNS; turn++) {
      const turnSeconds = seconds / TURNS;
      note('HTTP', await vote(world, { seconds: turnSeconds, papers, connections: CONNECTIONS }));
      const sticks = await yardsticks(world, { connections: CONNECTIONS, seconds: turnSeconds, papers });
      for (const { tool, perSecond } of sticks) note(tool, perSecond);
    }
    const overHttp = median(rates.get('HTTP') ?? []);
    for (const [name, all] of rates) add({ name: `votes by ${name}, ${where}`, value: median(all), unit: '/s' });
    for (const [tool, all] of rates) {
      const aim = tool === 'pgbench' ? { aim: 0.4 } : {};
      if (tool !== 'HTTP') add({ name: `HTTP / ${tool}, ${where}`, value: overHttp / median(all), unit: '', ...aim });
    }
  }
}

type Casting = { seconds: number; papers: readonly string[]; connections: number };

/** Each person sets a vote and later withdraws it, so that every request writes; the rate of answered votes. */
async function vote({ app, people, sql }: BenchWorld, { seconds, papers, connections }: Casting): Promise<number> {
  const wrong: number[] = [];
  const rate = await httpLoad({
    origin: app.url,
    connections,
    seconds,
    next: (nth) => voteOf(nth, { people, papers, origin: app.url }),
    onDone: ({ status }) => status === 200 || wrong.push(status),
  });
  await sql`DELETE FROM rate_limits`;
  if (wrong.length > 0) throw new Error(`${wrong.length} votes were refused: ${[...new Set(wrong)]}`);
  return rate;
}

function voteOf(
  nth: number,
  { people, papers, origin }: { people: BenchWorld['people']; papers: readonly string[]; origin: string },
) {
  const pass = Math.floor(nth / people.length);
  const cookie = people[nth % people.length]?.cookie ?? '';
  // Set in one pass over the people, withdrawn in the next.
  const paper = papers[((nth % people.length) * 7 + Math.floor(pass / 2)) % papers.length];
  return {
    method: pass % 2 === 0 ? 'POST' : 'DELETE',
    path: `/api/papers/${paper}/upvote`,
    headers: { cookie, origin },
  };
}

async function benchViewerState({ app, people, papers }: BenchWorld, seconds: number, add: Add): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const ids = papers.slice(0, 30).join(',');
  const times: number[] = [];
  for (const until = performance.now() + (seconds / 2) * 1_000; performance.now() < until; ) {
    const cookie = people[times.length % people.length]?.cookie ?? '';
    const { ms, status } = await once(agent, new URL(app.url), {
      path: `/api/viewer/papers?ids=${ids}`,
      headers: { cookie },
    });
    if (status !== 200) throw new Error(`The viewer's votes were answered with ${status}.`);
    times.push(ms);
  }
  agent.destroy();
  const at = (share: number): number => times.sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? 0;
  add({ name: 'viewer state of 30 papers, median', value: at(0.5), unit: 'ms' });
  add({ name: 'viewer state of 30 papers, 95th percentile', value: at(0.95), unit: 'ms' });
}

async function benchPages(world: BenchWorld, seconds: number, add: Add): Promise<void> {
  const paths = ['/papers', '/papers/trending', ...DAYS.map((day) => `/papers/date/${day}`)];
  const read = async (): Promise<{ rate: number; hits: number }> => {
    const how = { hit: 0, all: 0 };
    const onDone = ({ headers }: Done): void => {
      how.all += 1;
      if (/; hit/.test(String(headers['cache-status']))) how.hit += 1;
    };
    const next = (nth: number) => ({ path: paths[nth % paths.length] ?? '/', headers: { 'accept-encoding': 'br' } });
    const rate = await httpLoad({ origin: world.app.url, connections: 16, seconds: seconds / TURNS, next, onDone });
    return { rate, hits: how.hit / how.all };
  };
  await read();
  const [quiet, busy, hits, stored]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let turn = 0; turn < TURNS; turn++) {
    quiet.push((await read()).rate);
    const streaming = new AbortController();
    const stream = streamVotes(world, streaming.signal);
    const meanwhile = await read();
    streaming.abort();
    stored.push((await stream) / (seconds / TURNS));
    busy.push(meanwhile.rate);
    hits.push(meanwhile.hits * 100);
  }
  add({ name: 'feed pages read', value: median(quiet), unit: '/s' });
  add({ name: `feed pages read while ${STREAM_A_SECOND} votes/s stream in`, value: median(busy), unit: '/s' });
  add({ name: 'read rate kept', value: median(busy) / median(quiet), unit: '', aim: 0.8 });
  add({ name: 'page cache hits, meanwhile', value: median(hits), unit: '%' });
  add({ name: 'votes stored meanwhile', value: median(stored), unit: '/s' });
}

/** Votes at a steady rate, whatever the answers take; the number answered with 200. */
async function streamVotes({ app, people, papers }: BenchWorld, signal: AbortSignal): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const under: Promise<void>[] = [];
  let stored = 0;
  const began = performance.now();
  for (let nth = 0; !signal.aborted; nth++) {
    await sleep(Math.max(0, began + (nth * 1_000) / STREAM_A_SECOND - performance.now()));
    const ask = voteOf(nth, { people, papers, origin: app.url });
    const answered = once(agent, new URL(app.url), ask).then(({ status }) => {
      if (status === 200) stored += 1;
    });
    under.push(answered);
  }
  await Promise.all(under);
  agent.destroy();
  return stored;
}

function print({ name, value, unit, aim }: Figure): void {
  const shown = value >= 100 ? value.toFixed(0) : value.toFixed(2);
  const target = aim === undefined ? '' : ` (aim ${aim}: ${value >= aim ? 'met' : 'missed'})`;
  console.log(`${name}: ${shown}${unit === '' ? '' : ` ${unit}`}${target}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await benchVotes();
