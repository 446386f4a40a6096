import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Load, load } from './load';
import { freePort, type Running, run } from './process';
import { fact, heading, progress, ratio } from './report';

const ENCODINGS = ['identity', 'gzip', 'br'] as const;
const RAW = fileURLToPath(new URL('raw-server.mjs', import.meta.url));

/** The bytes of a page's body as the server sends them, still compressed. */
function bytesOf(url: string, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding, accept: 'text/html' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
      response.on('error', reject);
    }).on('error', reject);
  });
}

const told = ({ rps, p50, p99, bytes, failed }: Load): string =>
  `${Math.round(rps).toLocaleString('en')} requests/s, p50 ${p50} ms, p99 ${p99} ms, ${Math.round(bytes / 1000)} kB an answer` +
  (failed > 0 ? `, ${failed} FAILED` : '');

const ROUNDS = 3;

const better = (a: Load, b: Load): Load => (a.rps > b.rps ? a : b);

/** Both in turns, and the best of each: what else the machine does meanwhile hits now the one, now the other. */
async function inTurns(ourUrl: string, limitUrl: string, encoding: string): Promise<{ ours: Load; limit: Load }> {
  let ours = await load(ourUrl, encoding);
  let limit = await load(limitUrl, encoding);
  for (let round = 1; round < ROUNDS; round++) {
    ours = better(ours, await load(ourUrl, encoding));
    limit = better(limit, await load(limitUrl, encoding));
  }
  return { ours, limit };
}

/** An address of ours against node:http with the same bytes. */
export async function benchAgainstRaw({
  url,
  encoding,
  folder,
}: {
  url: string;
  encoding: string;
  folder: string;
}): Promise<Load> {
  const file = join(folder, `answer.${encoding}`);
  writeFileSync(file, await bytesOf(url, encoding));
  const port = await freePort();
  const args = [RAW, String(port), file, encoding === 'identity' ? '' : encoding];
  const raw = await run({ args, port, path: '/' });
  const { ours, limit } = await inTurns(url, raw.url, encoding).finally(raw.stop);
  fact(`our server, ${encoding}`, told(ours));
  fact(`node:http, ${encoding}`, told(limit));
  ratio({ what: encoding, ours: ours.rps, theirs: limit.rps, unit: 'requests/s', than: 'node:http', aim: '0.70' });
  return ours;
}

/**
 * The feed page through our server against node:http with the same bytes, and against `next start` on the same
 * database, each plain and compressed. Next itself compresses nothing here (a CDN or our server does), so it is compared plain.
 */
export async function benchServing(app: Running, plain: Running, path: string): Promise<void> {
  heading(`Feed page ${path}, 32 connections`);
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
  try {
    for (const encoding of ENCODINGS) {
      progress(`serving, ${encoding}`);
      const ours = await benchAgainstRaw({ url: `${app.url}${path}`, encoding, folder });
      if (encoding !== 'identity') continue;
      const next = await load(`${plain.url}${path}`, encoding);
      fact('next start, identity', told(next));
      ratio({ what: 'identity', ours: ours.rps, theirs: next.rps, unit: 'requests/s', than: 'next start' });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
