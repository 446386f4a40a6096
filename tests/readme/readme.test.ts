import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VARIABLES } from '@/lib/env';
import { envExample, withVariables } from './variables';

const HINT = 'run npm run readme';

test("README's table of variables is that of lib/env.ts", () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readme, HINT).toBe(withVariables(readme));
});

test('.env.example lists every variable at its default', () => {
  expect(readFileSync('.env.example', 'utf8'), HINT).toBe(envExample());
  for (const name of Object.keys(VARIABLES)) expect(envExample()).toMatch(new RegExp(`^#${name}=`, 'm'));
});

test('README names commands that package.json has', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = [...readFileSync('README.md', 'utf8').matchAll(/npm run ([a-z-]+)/g)].map((match) => match[1] ?? '');
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
