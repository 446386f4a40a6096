import { setTimeout as wait } from 'node:timers/promises';
import { ratio } from '../report';
import { startOurs } from '../start';
import { tell, timed } from './timings';

const AT_ONCE = 3;
const READY_MS = 120_000;

const addressOf = (base: string, text: string): string => `${base}/papers?q=${encodeURIComponent(text)}`;

async function page(base: string, text: string): Promise<string> {
  const response = await fetch(addressOf(base, text), { headers: { accept: 'text/html' } });
  const html = await response.text();
  if (response.status !== 200) throw new Error(`A search was answered with ${response.status}.`);
  return html;
}

/** Only the index in memory finds what is near in what it is about. */
export async function untilLoaded(base: string): Promise<void> {
  const until = Date.now() + READY_MS;
  for (let n = 0; Date.now() < until; n++) {
    if ((await page(base, `gelatinous laundry of zebras ${n}`)).includes('in what they are about')) return;
    await wait(200);
  }
  throw new Error('The search index was not loaded in time.');
}

/** Whole pages of results: asked for the first time, again, and several at once. */
export async function benchHttp(dataDir: string, questions: readonly string[], theirs: number): Promise<void> {
  const { running } = await startOurs(dataDir, '/about');
  const { url } = running;
  try {
    await untilLoaded(url);
    const [first, more] = [questions.slice(0, 200), questions.slice(200)];
    tell('HTTP, pages never asked for', await timed(first, (text) => page(url, text)));
    const last = first.slice(-20);
    tell('HTTP, the last 20 again', await timed(last, (text) => page(url, text)));
    const began = performance.now();
    const asked = [...more];
    const walk = async (): Promise<void> => {
      for (let text = asked.pop(); text !== undefined; text = asked.pop()) await page(url, text);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, walk));
    const ours = (1_000 * more.length) / (performance.now() - began);
    ratio({ what: `HTTP, new pages, ${AT_ONCE} at once`, ours, theirs, unit: '/s', than: 'ts_rank' });
  } finally {
    await running.stop();
  }
}
