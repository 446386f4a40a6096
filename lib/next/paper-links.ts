import { env } from '@/lib/env';
import { type PaperId, paperUrls } from '@/src/papers';

/** Where a paper's PDF is, and its page at the Hub when it has one. */
export const linksOf = (paper: { id: PaperId; onHub: boolean }): { pdf: string; hub: string | null } => ({
  pdf: paperUrls(paper.id).pdf,
  hub: paper.onHub ? `${env().HUB_URL}/papers/${paper.id}` : null,
});
