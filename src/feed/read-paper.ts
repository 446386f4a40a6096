import type { PaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { Detail } from './card';
import type { FeedStore } from './feed-store';

/** Reads one paper with its versions and the days it was shown on. */
export async function readPaper(store: FeedStore, id: PaperId): Promise<Result<Detail, Refusal<'no-such-paper'>>> {
  const paper = await store.paper(id);
  return paper === null ? refuse('no-such-paper', `${id} is not in this paper’s files.`) : ok(paper);
}
