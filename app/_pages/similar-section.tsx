import { SimilarPapers } from '@/components/paper/similar-papers';
import * as reads from '@/lib/next/reads';
import type { PaperId } from '@/src/papers';
import { SIDES, type Side } from '@/src/search';
import { paperPath } from '@/src/shared';

type Props = { paper: { id: PaperId }; side: Side };

/** A paper's kin, of all years or on one side of it. */
export async function SimilarSection({ paper, side }: Props) {
  const kin = await reads.similar(paper.id, side);
  const href = (to: Side): string => `${paperPath(paper.id)}${to === 'any' ? '' : `?similar=${to}`}#similar`;
  return <SimilarPapers kin={kin} sides={SIDES.map((to) => ({ side: to, href: href(to), chosen: to === side }))} />;
}
