import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

// The weights that app/styles uses. A variable font carries its lightest and boldest drawings as well, a third of its bytes.
const FACES = [
  { family: 'source-serif-4', style: 'normal', weights: { min: 400, max: 800 } },
  // A word in an abstract or a note; bold italics are slanted by the browser's own means.
  { family: 'source-serif-4', style: 'italic', weights: 400 },
  { family: 'public-sans', style: 'normal', weights: { min: 400, max: 700 } },
] as const;

/** Writes the Latin text faces with only the weights that are used; app/fonts.ts names the files. */
export async function writeTextFonts(folder: string): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  // Not side by side: they share one memory of the subsetter.
  for (const { family, style, weights } of FACES) {
    const file = `${family}-latin-wght-${style}.woff2`;
    const whole = await readFile(resolve(`@fontsource-variable/${family}/files/${file}`));
    const font = await subsetFont(whole, undefined, {
      targetFormat: 'woff2',
      keepAllGlyphs: true,
      noHinting: true,
      variationAxes: { wght: weights },
    });
    await writeFile(path.join(folder, file), font);
  }
}
