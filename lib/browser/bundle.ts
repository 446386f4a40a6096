import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import subsetFont from 'subset-font';
import { writeTextFonts } from './text-fonts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ASSETS = path.join(ROOT, 'public/assets');
const GENERATED = path.join(ROOT, 'lib/browser/generated');
const SCRIPTS = ['theme', 'reader', 'map'] as const;
// The two that nearly every formula uses, so that pages with math fetch them at once.
const PRELOADED = ['KaTeX_Main-Regular', 'KaTeX_Math-Italic'];

export type BrowserBundle = { files: { path: string; bytes: number }[] };

/**
 * Writes what the reader's browser fetches beside Next's own assets: the scripts and KaTeX's fonts into `public/assets`,
 * each named by its content, and into `lib/browser/generated` the manifest and stylesheet that name them, and the text fonts. Run it before a build.
 */
export async function bundleBrowser(): Promise<BrowserBundle> {
  await rm(ASSETS, { recursive: true, force: true });
  await Promise.all([mkdir(ASSETS, { recursive: true }), mkdir(GENERATED, { recursive: true })]);
  const files: BrowserBundle['files'] = [];

  const emit = async (name: string, extension: string, content: Uint8Array): Promise<string> => {
    const hash = createHash('sha256').update(content).digest('base64url').replace(/[-_]/g, '').slice(0, 10);
    const file = `${name}.${hash}.${extension}`;
    await writeFile(path.join(ASSETS, file), content);
    files.push({ path: `/assets/${file}`, bytes: content.byteLength });
    return `/assets/${file}`;
  };

  const scripts = Object.fromEntries(
    await Promise.all(SCRIPTS.map(async (name) => [name, await emit(name, 'js', await bundleScript(name))] as const)),
  );
  const fonts = await emitMathFonts(emit);
  const manifest = { ...scripts, mathFonts: PRELOADED.map((name) => fonts[name]) };
  await writeFile(
    path.join(GENERATED, 'manifest.ts'),
    `// Written by lib/browser/bundle.ts.\nexport const ASSETS = ${JSON.stringify(manifest, null, 2)} as const;\n`,
  );
  await writeFile(path.join(GENERATED, 'katex.css'), await mathStylesheet(fonts));
  await writeTextFonts(GENERATED);
  return { files };
}

async function bundleScript(name: string): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [path.join(ROOT, `lib/browser/${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: name === 'theme' ? 'iife' : 'esm',
    target: ['es2022'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild gave nothing for ${name}.`);
  return output.contents;
}

const katexFolder = (): string => path.dirname(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'));

async function emitMathFonts(
  emit: (name: string, extension: string, content: Uint8Array) => Promise<string>,
): Promise<Record<string, string>> {
  const folder = path.join(katexFolder(), 'fonts');
  const names = (await readdir(folder)).filter((file) => file.endsWith('.woff2')).map((file) => file.slice(0, -6));
  const emitted: Record<string, string> = {};
  for (const name of names) {
    const whole = await readFile(path.join(folder, `${name}.woff2`));
    // Hints are for screens of long ago, and a fifth of the bytes.
    const font = await subsetFont(whole, undefined, { targetFormat: 'woff2', keepAllGlyphs: true, noHinting: true });
    emitted[name] = await emit(name, 'woff2', font);
  }
  return emitted;
}

/** KaTeX's stylesheet without the woff and ttf that no browser of this decade asks for. */
async function mathStylesheet(fonts: Record<string, string>): Promise<string> {
  const css = await readFile(path.join(katexFolder(), 'katex.min.css'), 'utf8');
  return css.replace(/src:url\(fonts\/([\w-]+)\.woff2\)[^;}]*/g, (_, name: string) => {
    const url = fonts[name];
    if (url === undefined) throw new Error(`katex.min.css names a font that is not there: ${name}.`);
    return `src:url(${url}) format("woff2")`;
  });
}
