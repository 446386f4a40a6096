import type { IConfiguration } from 'dependency-cruiser';

// The arrows of ARCHITECTURE.md. Tests beside the source may also use tests/ and the test tools.
const TEST = '\\.test\\.tsx?$';
const npm = (...names: string[]) => `^node_modules/(${names.join('|')})(/|$)`;

/** Pure packages that src may use: no I/O, no clock, no framework. */
const PURE = npm(
  '@retorquere/bibtex-parser',
  'zod',
  'katex',
  'markdown-it',
  'sanitize-html',
  'saxes',
  'unicode2latex',
  'validator',
  '@types/validator',
);
const TEST_TOOLS = npm('vitest', 'fast-check', 'feedsmith', '@citation-js/core', '@citation-js/plugin-ris');
const PRODUCT = '^(app|components|lib|src)/|^(proxy|instrumentation)\\.ts$';

export const config: IConfiguration = {
  forbidden: [
    {
      name: 'module-through-its-index',
      comment: 'A module of src is entered only through its index.ts.',
      severity: 'error',
      from: { pathNot: '^src/' },
      to: { path: '^src/[^/]+/', pathNot: '^src/[^/]+/index\\.ts$' },
    },
    {
      name: 'module-through-its-index-in-src',
      comment: 'Modules of src enter each other only through index.ts.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: '^src/$1/|^src/[^/]+/index\\.ts$' },
    },
    {
      name: 'src-stands-alone',
      comment: 'src imports itself, zod and the pure packages; no Node, no framework, no adapter.',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { pathNot: `^src/|${PURE}` },
    },
    {
      name: 'src-tests-stand-alone',
      comment: 'Unit tests of src use src, the test tools, tests/ and files; no adapter.',
      severity: 'error',
      from: { path: `^src/.*${TEST}` },
      to: { pathNot: `^src/|^tests/|${PURE}|${TEST_TOOLS}`, dependencyTypesNot: ['core'] },
    },
    {
      name: 'lib-to-src',
      comment: 'Adapters know src and the outside world, never a page or a component.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/|^(proxy|instrumentation|next\\.config)\\.ts$' },
    },
    {
      name: 'app-to-services',
      comment: 'Routes use components, src, lib/services, lib/next and lib/env; no adapter, no Node.',
      severity: 'error',
      from: { path: '^app/' },
      to: {
        path: '^(lib|tests|e2e|prisma)/|^[^/]+$',
        pathNot: '^lib/(services|env)\\.ts$|^lib/next/',
      },
    },
    {
      name: 'pages-do-no-io',
      comment: 'Node belongs into lib.',
      severity: 'error',
      from: { path: '^(app|components)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'components-are-given-things',
      comment: 'Components get data and actions as props: no adapter, no route.',
      severity: 'error',
      from: { path: '^components/', pathNot: TEST },
      to: { path: '^(app|lib|tests|e2e|prisma)/' },
    },
    {
      name: 'components-take-types',
      comment: 'Components take types from src, and values only from src/shared.',
      severity: 'error',
      from: { path: '^components/', pathNot: TEST },
      to: { path: '^src/(?!shared/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'react-in-pages',
      comment: 'next and react only in app, components and lib/next.',
      severity: 'error',
      from: { path: PRODUCT, pathNot: '^(app|components)/|^lib/next/|^(proxy|instrumentation)\\.ts$' },
      to: { path: npm('next', 'react', 'react-dom') },
    },
    {
      name: 'database-in-lib-db',
      comment: 'Prisma, pg and postgres only in lib/db.',
      severity: 'error',
      from: { path: PRODUCT, pathNot: '^lib/db/' },
      to: { path: `${npm('prisma', '@prisma/[^/]+', 'pg', 'postgres')}|^lib/db/generated/` },
    },
    {
      name: 'product-without-tests',
      comment: 'The product needs neither its tests nor their tools.',
      severity: 'error',
      from: { path: PRODUCT, pathNot: TEST },
      to: { path: `^(tests|e2e)/|${TEST}` },
    },
    {
      name: 'product-without-dev-dependencies',
      comment: 'What the product imports is installed in production.',
      severity: 'error',
      from: { path: PRODUCT, pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'declared-packages',
      comment: 'A package that is imported is named in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing.',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$|^app/|/generated/' },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: ['^node_modules/', '^lib/db/generated/'] },
    exclude: { path: '^\\.next|\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.json', '.node'],
    },
  },
};
