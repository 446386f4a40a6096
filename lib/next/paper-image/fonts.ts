import { readFile } from 'node:fs/promises';
import path from 'node:path';

// The renderer reads woff, not woff2, and no variable fonts; hence the static packages.
const FACES = [
  { name: 'Serif', weight: 600, package: 'source-serif-4', subsets: ['latin', 'latin-ext', 'greek', 'cyrillic'] },
  { name: 'Sans', weight: 400, package: 'public-sans', subsets: ['latin', 'latin-ext'] },
] as const;

type Face = { name: string; weight: 400 | 600; style: 'normal'; data: ArrayBuffer };

let loaded: Promise<Face[]> | undefined;

/** The card image's fonts, read once. */
export function imageFonts(): Promise<Face[]> {
  loaded ??= Promise.all(
    FACES.flatMap((face) =>
      face.subsets.map(async (subset) => {
        const file = `node_modules/@fontsource/${face.package}/files/${face.package}-${subset}-${face.weight}-normal.woff`;
        const data = await readFile(path.join(/* turbopackIgnore: true */ process.cwd(), file));
        return { name: face.name, weight: face.weight, style: 'normal' as const, data: new Uint8Array(data).buffer };
      }),
    ),
  );
  return loaded;
}
