import { readFileSync } from 'node:fs';
import { sourceFiles } from '../architecture/source-files';

export type SourceSizes = {
  files: number;
  median: number;
  ninetyFifth: number;
  longest: { path: string; lines: number };
};

/** How long the project's files are, in lines. */
export function sourceSizes(): SourceSizes & { sizes: { path: string; lines: number }[] } {
  const sizes = sourceFiles()
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share: number): number => sizes[Math.floor(share * (sizes.length - 1))]?.lines ?? 0;
  const longest = sizes.at(-1) ?? { path: '', lines: 0 };
  return { files: sizes.length, median: at(0.5), ninetyFifth: at(0.95), longest, sizes };
}
