import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { config } from '../../.config/dependency-cruiser';
import { cruiseProject } from './cruise';
import { MODULE_CYCLES } from './module-cycles';

// A small project in which each rule is broken once, and one file that breaks none.
const PACKAGES = ['next', 'react', 'zod', 'postgres', 'vitest', 'stray'];
const PROJECT: Record<string, string> = {
  'package.json': JSON.stringify({
    dependencies: { next: '1', react: '1', zod: '1', postgres: '1' },
    devDependencies: { vitest: '1' },
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'esnext', moduleResolution: 'bundler' } }),
  'src/votes/index.ts': "export { cast } from './cast';\nexport type { Vote } from './vote';",
  'src/votes/cast.ts': "import type { Vote } from './vote';\nexport const cast = (vote: Vote) => vote;",
  'src/votes/vote.ts': 'export type Vote = 1;',
  'src/shared/index.ts': "export { day } from './day';",
  'src/shared/day.ts': "import { z } from 'zod';\nexport const day = z;",
  'lib/next/read.ts': "import 'react';\nimport { cast } from '@/src/votes';\nexport const read = cast;",
  'app/page.tsx': "import { good } from '@/components/good';\nimport { read } from '@/lib/next/read';\nread(good);",
  'components/good.tsx':
    "import { day } from '@/src/shared';\nimport type { Vote } from '@/src/votes';\nexport const good = day as Vote;",
};

const PLANTED: Record<string, [file: string, source: string]> = {
  'module-through-its-index': ['lib/jobs/deep.ts', "import { cast } from '@/src/votes/cast';\ncast(1);"],
  'module-through-its-index-in-src': ['src/feed/deep.ts', "import { cast } from '@/src/votes/cast';\ncast(1);"],
  'src-stands-alone': ['src/feed/file.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('x');"],
  'src-tests-stand-alone': ['src/feed/a.test.ts', "import { read } from '@/lib/next/read';\nread(1);"],
  'lib-to-src': ['lib/mail/page.ts', "import { good } from '@/components/good';\nexport const x = good;"],
  'app-to-services': ['app/deep.ts', "import { open } from '@/lib/db/open';\nopen();"],
  'pages-do-no-io': ['app/file.ts', "import 'node:fs';"],
  'components-are-given-things': ['components/fetch.tsx', "import { read } from '@/lib/next/read';\nread(1);"],
  'components-take-types': ['components/value.tsx', "import { cast } from '@/src/votes';\ncast(1);"],
  'react-in-pages': ['lib/mail/render.ts', "import 'react';"],
  'database-in-lib-db': ['lib/mail/query.ts', "import 'postgres';"],
  'product-without-tests': ['lib/mail/fake.ts', "import { fake } from '@/tests/fakes/fake';\nfake();"],
  'product-without-dev-dependencies': ['lib/mail/check.ts', "import 'vitest';"],
  'declared-packages': ['lib/mail/stray.ts', "import 'stray';"],
  'no-cycles': ['lib/mail/one.ts', "import { two } from './two';\nexport const one = () => two();"],
  'no-cycles-of-modules': ['src/circle/index.ts', "export type { Round } from '@/src/round';\nexport type C = 1;"],
  'nothing-unresolved': ['lib/mail/gone.ts', "import './gone-away';"],
  'no-orphans': ['lib/mail/lonely.ts', 'export const lonely = 1;'],
};

const SUPPORT: Record<string, string> = {
  'lib/db/open.ts': "import 'postgres';\nexport const open = () => 1;",
  'lib/mail/two.ts': "import { one } from './one';\nexport const two = () => one;",
  'src/round/index.ts': "import type { C } from '@/src/circle';\nexport type Round = C;",
  'tests/fakes/fake.ts': "import { day } from '@/src/shared';\nexport const fake = () => day;",
};

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-planted-'));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
}

beforeAll(() => {
  write(PROJECT);
  for (const name of PACKAGES)
    write({
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      [`node_modules/${name}/index.js`]: 'module.exports = {};',
    });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a project that keeps to the arrows passes', async () => {
  expect((await cruiseProject(folder)).violations).toEqual([]);
});

test('every rule has a planted violation', () => {
  const rules = [...(config.forbidden ?? []).map((rule) => rule.name), MODULE_CYCLES];
  expect(Object.keys(PLANTED).sort()).toEqual(rules.sort());
});

test('every planted violation is found, where it is', async () => {
  write({ ...SUPPORT, ...Object.fromEntries(Object.values(PLANTED)) });
  const { violations } = await cruiseProject(folder);
  for (const [rule, [file]] of Object.entries(PLANTED)) {
    const places = violations.filter((found) => found.rule === rule).map((found) => found.from);
    expect(
      places.some((place) => file.startsWith(place)),
      `${rule} in ${file}, found in ${places}`,
    ).toBe(true);
  }
});
