import type { UtcDay } from '@/src/shared';

/** A paper of a day with its score and whether it was wanted. */
export type Judged = { day: UtcDay; score: number; wanted: boolean };

/** The chance that a wanted paper scores above one that was not; a tie counts half (Mann and Whitney's U). NaN without both kinds. */
export function areaUnderCurve(papers: readonly Judged[]): number {
  const order = papers.toSorted((a, b) => a.score - b.score);
  let wanted = 0;
  let ranks = 0;
  for (let at = 0; at < order.length; ) {
    let end = at;
    while (end < order.length && order[end]?.score === order[at]?.score) end += 1;
    const rank = (at + end + 1) / 2;
    for (; at < end; at++) {
      if (!order[at]?.wanted) continue;
      wanted += 1;
      ranks += rank;
    }
  }
  return (ranks - (wanted * (wanted + 1)) / 2) / (wanted * (order.length - wanted));
}

/** The mean, over the wanted papers, of the share of wanted ones among all that score at least as high. */
export function averagePrecision(papers: readonly Judged[]): number {
  let hits = 0;
  let sum = 0;
  for (const [at, { wanted }] of papers.toSorted((a, b) => b.score - a.score).entries()) {
    if (!wanted) continue;
    hits += 1;
    sum += hits / (at + 1);
  }
  return sum / hits;
}

/** Of all wanted papers, the share that stands within the first `size` of its day; and the mean of the days' own shares. */
export function firstShare(papers: readonly Judged[], size: number): { share: number; dayMean: number } {
  let hits = 0;
  let wanted = 0;
  const shares: number[] = [];
  for (const day of daysOf(papers)) {
    const own = day.filter((paper) => paper.wanted).length;
    if (own === 0) continue;
    const first = day.toSorted((a, b) => b.score - a.score).slice(0, size);
    const found = first.filter((paper) => paper.wanted).length;
    hits += found;
    wanted += own;
    shares.push(found / own);
  }
  return { share: hits / wanted, dayMean: shares.reduce((sum, share) => sum + share, 0) / shares.length };
}

/** The papers day by day. */
export function daysOf<Paper extends { day: UtcDay }>(papers: readonly Paper[]): Paper[][] {
  const days = new Map<UtcDay, Paper[]>();
  for (const paper of papers) {
    const own = days.get(paper.day);
    if (own) own.push(paper);
    else days.set(paper.day, [paper]);
  }
  return [...days.values()];
}
