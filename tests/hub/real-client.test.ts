import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setEnv } from '@/lib/env';
import { answerMarkdown } from '@/lib/next/plain-pages';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { testDatabase } from '@/tests/setup/test-database';
import { routed } from './api-client';
import { asDocumented } from './api-document';

const INSTALL_MS = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-hub-client-'));
const bin = (name: string): string => join(folder, 'venv', 'bin', name);
const works = (command: string, given: string[]): boolean =>
  spawnSync(command, given, { timeout: INSTALL_MS, stdio: 'ignore' }).status === 0;

// Where Python, its venv or a package index is missing, this ends within seconds.
const installed =
  works('python3', ['-m', 'venv', join(folder, 'venv')]) &&
  works(bin('python'), ['-m', 'pip', 'install', '-q', '--retries', '0', '--timeout', '5', 'huggingface_hub']) &&
  works(bin('hf'), ['version']);
if (!installed) process.stdout.write('The Hub’s client could not be installed, so it is not tried.\n');

const DAY = '2026-01-06';
let server: Server;
let endpoint = '';

async function answer(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname.startsWith('/api/')) return asDocumented(request, await routed(request.clone()));
  return answerMarkdown(pathname.slice(1).replace(/\.md$/, '').split('/'), searchParams);
}

beforeAll(async () => {
  if (!installed) return;
  const { sql, url } = await testDatabase();
  server = createServer((incoming, outgoing) => {
    const request = new Request(`${endpoint}${incoming.url}`, { headers: incoming.headers as Record<string, string> });
    answer(request)
      .then(async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(await response.text());
      })
      .catch((error: unknown) => outgoing.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  setEnv({ DATABASE_URL: url, BASE_URL: endpoint, SEARCH_BACKEND: 'postgres' });
  const papers = [
    aPaper({
      id: '2601.00001',
      title: 'Sparse attention',
      outside_upvotes: 3,
      code_url: 'https://github.com/example/sparse',
      organization: { name: 'lab', fullname: 'The Lab' },
      outside: { upvotes: 3, comments: 2, githubStars: 9, summary: 'One line.', keywords: ['attention'] },
    }),
    aPaper({ id: '2601.00002', title: 'Folding proteins', outside_upvotes: 7 }),
    aPaper({ id: 'hep-th/9901001', title: 'Strings' }),
  ];
  await storePapers(sql, papers);
  await storeListings(
    sql,
    papers.map(({ id }) => aListing({ paper_id: id, day: DAY })),
  );
});
afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string, given: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const environment = {
    ...process.env,
    HF_ENDPOINT: endpoint,
    HF_HOME: join(folder, 'home'),
    NO_COLOR: '1',
    HF_HUB_DISABLE_TELEMETRY: '1',
  };
  const child = spawn(command, given, { env: environment });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part) => (out += part));
  child.stderr.on('data', (part) => (err += part));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

const python = async (script: string): Promise<unknown> => {
  const { code, out, err } = await run(bin('python'), [
    '-c',
    `import json\nfrom huggingface_hub import HfApi\napi = HfApi()\n${script}`,
  ]);
  expect(code, err).toBe(0);
  return JSON.parse(out);
};

// Left out where the Hub's client cannot be installed: it is no dependency of ours.
describe.skipIf(!installed)('the Hub’s own client, unmodified', () => {
  test('lists a day', async () => {
    const read = await python(
      `print(json.dumps([[p.id, p.title, p.upvotes, p.github_stars, p.ai_summary, p.organization.fullname if p.organization else None] for p in api.list_daily_papers(date="${DAY}")]))`,
    );
    expect(read).toEqual([
      ['2601.00002', 'Folding proteins', 7, null, null, null],
      ['2601.00001', 'Sparse attention', 3, 9, 'One line.', 'The Lab'],
      // The client makes none of nought.
      ['hep-th/9901001', 'Strings', null, null, null, null],
    ]);
  });

  test('searches, and reads one paper, an old id too', async () => {
    expect(await python('print(json.dumps([p.id for p in api.list_papers(query="attention")]))')).toEqual([
      '2601.00001',
    ]);
    expect(
      await python(
        'p = api.paper_info(id="hep-th/9901001")\nprint(json.dumps([p.title, p.published_at.isoformat(), [a.name for a in p.authors]]))',
      ),
    ).toEqual(['Strings', expect.stringContaining('+00:00'), expect.any(Array)]);
    expect(await python('print(json.dumps(api.read_paper(id="2601.00001")))')).toMatch(/^# Sparse attention\n/);
  });

  test.each([
    [['list', '--date', DAY], 'Folding proteins'],
    [['search', 'attention'], 'Sparse attention'],
    [['info', '2601.00001'], 'Sparse attention'],
    [['read', '2601.00001'], '# Sparse attention'],
  ])('hf papers %s', async (given, text) => {
    const { code, out, err } = await run(bin('hf'), ['papers', ...given]);
    expect(code, err).toBe(0);
    expect(out).toContain(text);
  });
});
