import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { BenchWorld } from './world';

export type Yardstick = { tool: 'pgbench' | 'a bare loop'; perSecond: number };
type Options = { connections: number; seconds: number; papers: readonly string[] };

// What lib/db/votes/cast.ts runs: the same rows, trigger, count, notice and durable commit, without sessions and HTTP.
const set = (user: string, paper: string) => `
  WITH made AS (
    INSERT INTO votes (paper_id, user_id) SELECT id, ${user} FROM papers WHERE id = ${paper} AND NOT withdrawn
    ON CONFLICT DO NOTHING RETURNING paper_id, user_id, created_at)
  INSERT INTO vote_events (user_id, paper_id, kind, at) SELECT user_id, paper_id, 'set', created_at FROM made`;
const withdraw = (user: string, paper: string) => `
  WITH gone AS (DELETE FROM votes WHERE paper_id = ${paper} AND user_id = ${user} RETURNING paper_id, user_id)
  INSERT INTO vote_events (user_id, paper_id, kind) SELECT user_id, paper_id, 'withdrawn' FROM gone`;

/** Votes a second by `pgbench`, where it is on the PATH, and by a loop over bare connections, on the same server. */
export async function yardsticks(world: BenchWorld, options: Options): Promise<Yardstick[]> {
  const bare: Yardstick = { tool: 'a bare loop', perSecond: await bareLoop(world, options) };
  const pgbench = byPgbench(world, options);
  return pgbench === undefined ? [bare] : [{ tool: 'pgbench', perSecond: pgbench }, bare];
}

function byPgbench({ databaseUrl, people }: BenchWorld, { connections, seconds, papers }: Options): number | undefined {
  if (spawnSync('pgbench', ['--version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-pgbench-'));
  const script = join(folder, 'vote.sql');
  const pick = (name: string, from: readonly string[]) => `(ARRAY['${from.join("','")}'])[:${name}]`;
  const [user, paper] = [
    pick(
      'u',
      people.map(({ id }) => id),
    ),
    pick('p', papers),
  ];
  const deed = (text: string) => `${text.replaceAll('\n', ' ')};\n`;
  const choose = `\\set u random(1, ${people.length})\n\\set p random(1, ${papers.length})\n`;
  // Set and withdrawn in turn, as over HTTP, so that each statement writes.
  writeFileSync(script, `${choose}${deed(set(user, paper))}${deed(withdraw(user, paper))}`);
  const args = [
    '-n',
    '-M',
    'prepared',
    '-f',
    script,
    '-c',
    String(connections),
    '-j',
    '1',
    '-T',
    String(seconds),
    databaseUrl,
  ];
  const { stdout, stderr, status } = spawnSync('pgbench', args, { encoding: 'utf8', maxBuffer: 1e8 });
  rmSync(folder, { recursive: true, force: true });
  const [, tps] = /tps = ([\d.]+)/.exec(stdout) ?? [];
  if (status !== 0 || tps === undefined) throw new Error(`pgbench failed: ${stderr.slice(0, 500)}`);
  return Number(tps) * 2;
}

async function bareLoop(
  { databaseUrl, people }: BenchWorld,
  { connections, seconds, papers }: Options,
): Promise<number> {
  const sql = postgres(databaseUrl, { max: connections, onnotice: () => {} });
  const until = performance.now() + seconds * 1_000;
  const began = performance.now();
  let done = 0;
  const connection = async (own: number): Promise<void> => {
    for (let nth = own; performance.now() < until; nth += connections) {
      const [user, paper] = [people[nth % people.length]?.id ?? '', papers[(nth * 7) % papers.length] ?? ''];
      await sql.unsafe(set('$1', '$2'), [user, paper], { prepare: true });
      await sql.unsafe(
        withdraw('$1', '$2').replace('$1', '$x').replace('$2', '$1').replace('$x', '$2'),
        [paper, user],
        { prepare: true },
      );
      done += 2;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, own) => connection(own)));
  const perSecond = done / ((performance.now() - began) / 1_000);
  await sql.end();
  return perSecond;
}
