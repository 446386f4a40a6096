import { readFileSync } from 'node:fs';
import nextConfig from '@/next.config';
import { sourceFiles } from '@/tests/architecture/source-files';

export type Endpoint = {
  /** As Next has it, dynamic parts in brackets: `/people/[handle]`. */
  path: string;
  methods: string[];
  /** Whether it is another way to a route that stands elsewhere in the folder. */
  rewritten: boolean;
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Every address that the folder of the application and its rewrites answer, found on the disk: a new one cannot be forgotten. */
export async function endpoints(): Promise<Endpoint[]> {
  const files = sourceFiles(['app']).filter((file) => /(^|\/)(page\.tsx|route\.tsx?|manifest\.ts)$/.test(file));
  const found = files.map(
    (file): Endpoint => ({
      path: pathOf(file),
      methods: methodsOf(file),
      rewritten: false,
    }),
  );
  return [...found, ...(await rewritten())].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const pathOf = (file: string): string =>
  file
    .replace(/^app/, '')
    .replace(/\/(?:page\.tsx|route\.tsx?)$/, '')
    .replace(/\/manifest\.ts$/, '/manifest.webmanifest')
    .replace(/\/\([^)]+\)/g, '') || '/';

function methodsOf(file: string): string[] {
  if (!/route\.tsx?$/.test(file)) return ['GET'];
  const text = readFileSync(file, 'utf8');
  return METHODS.filter((method) =>
    new RegExp(`export (?:async )?(?:function|const) ${method}\\b|\\b${method}\\b(?:,| })`).test(text),
  );
}

async function rewritten(): Promise<Endpoint[]> {
  const rules = (await nextConfig.rewrites?.()) ?? [];
  const sources = Array.isArray(rules) ? rules : (rules.beforeFiles ?? []);
  return sources.map(({ source }) => ({
    path: source.replace(/:(\w+)(?:\((?:[^()]|\([^()]*\))*\))?\*?/g, '[$1]'),
    methods: ['GET', 'POST', 'DELETE'],
    rewritten: true,
  }));
}

/** The names of fields and parameters that our code asks for, so that what is made up meets code that reads it. */
export function knownNames(): string[] {
  const text = sourceFiles(['app', 'lib', 'components', 'src'])
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const patterns = [
    /(?:\.get|\.getAll|\.has)\('([\w.-]{1,30})'\)/g,
    /queryValue\(\w+, '([\w.-]{1,30})'\)/g,
    /name="([\w.-]{1,30})"/g,
    /\b(\w{1,30}): z\b/g,
  ];
  return [...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name)))].sort();
}
