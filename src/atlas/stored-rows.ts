import type { Rows } from './meaning';
import type { MapPaper } from './paper-of-map';

/** Whether every paper has a stored direction, all of the same model; else the day's own words have to do. */
export function haveDirections(papers: readonly Pick<MapPaper, 'vector'>[]): boolean {
  const width = papers[0]?.vector?.length ?? 0;
  return width > 0 && papers.every(({ vector }) => vector?.length === width);
}

/** The stored directions as rows of length one. */
export function storedRows(papers: readonly Pick<MapPaper, 'vector'>[]): Rows | undefined {
  if (!haveDirections(papers)) return undefined;
  const width = papers[0]?.vector?.length ?? 0;
  const every = Array.from({ length: width }, (_, column) => column);
  return {
    columns: papers.map(() => every),
    values: papers.map(({ vector }) => {
      const values = Array.from(vector ?? []);
      const length = Math.hypot(...values) || 1;
      return values.map((value) => value / length);
    }),
    width,
  };
}
