import { embeddingSteps } from './embed-neighbours';
import { findGroups } from './find-groups';
import { fittingSteps, radiusOf } from './fit-square';
import { meaningSteps, rowSteps } from './meaning';
import { namingSteps } from './name-groups';
import { type Layout, MAP_SIZE, type MapPaper } from './paper-of-map';
import { placeLabels } from './place-labels';
import { storedRows } from './stored-rows';

const DIRECTIONS = 40;
/**
 * Lays a day's papers out by meaning: those that are about the same stand together. The same papers always give the same
 * map. Comes in steps of about a millisecond, so that a server can answer requests between them; 500 papers take one or two seconds.
 */
export function* mapSteps(papers: readonly MapPaper[]): Generator<void, Layout> {
  if (papers.length === 0) return { places: [], groups: [] };
  const rows = storedRows(papers) ?? (yield* rowSteps(papers));
  const size = Math.max(1, Math.min(DIRECTIONS, papers.length, rows.width));
  const vectors = yield* meaningSteps(rows, size);
  const plane = yield* embeddingSteps(vectors, size, papers.length);
  const radii = papers.map(({ votes }) => radiusOf(votes));
  const fitted = yield* fittingSteps(plane, radii, MAP_SIZE);
  const groups = findGroups(fitted);
  const words = yield* namingSteps(papers, groups);
  return {
    places: papers.map(({ id }, at) => ({
      id,
      x: Math.round(fitted.x[at] as number),
      y: Math.round(fitted.y[at] as number),
      group: groups[at] as number,
    })),
    groups: placeLabels(words, { groups, plane: fitted, radii }),
  };
}
