import { join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';

const FOLDER = '.next/broadsheet';
// What `npm start` and `npm run ingest` run, and the threads that render for the latter and search.
const PROGRAMS = [
  'lib/launcher/main.ts',
  'lib/launcher/ingest-cli.ts',
  'lib/jobs/render-worker.ts',
  'lib/db/search/search-thread.ts',
];

// Read as they are: they are many small files, which cost more to find than to run.
const INLINED = /^(?:zod|postgres)(?:\/|$)/;

/** Our programs as one file each, so that a start need not translate and find a hundred modules. */
export async function bundleLauncher(root: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: PROGRAMS,
    outdir: FOLDER,
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [placement(root)],
  });
}

// Packages stay where npm put them; what a start imports on demand stays TypeScript.
const placement = (root: string): Plugin => ({
  name: 'placement',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /.*/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'resolved' || kind === 'entry-point' || importer.includes('node_modules')) return undefined;
      const isOurs = path.startsWith('.') || path.startsWith('@/');
      if (!isOurs) return INLINED.test(path) ? undefined : { path, external: true };
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: 'resolved' });
      if (kind !== 'dynamic-import') return { path: found.path, errors: found.errors, sideEffects: false };
      return { path: relative(join(root, FOLDER), found.path).replaceAll('\\', '/'), external: true };
    });
  },
});
