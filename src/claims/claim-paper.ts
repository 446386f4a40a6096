import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import { cleanText } from '@/src/comments';
import { type PaperId, parsePaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import type { ClaimStore } from './claim-store';
import { refusal } from './refusals';

export const LONGEST_NOTE = 500;
/** Of one person's, so that nobody fills the moderators' list. */
const MOST_WAITING = 10;

export type ClaimRefusal =
  | NotPermitted
  | Refusal<'not-an-id' | 'long-note' | 'claimed-before' | 'no-such-paper' | 'too-many' | 'suspended'>;

type Asked = { viewer: Viewer | null; input: { paper: string; note: string }; now: Date };

/** Says that the viewer is an author of a paper. It waits for a moderator, for whom the note is. */
export async function claimPaper(
  store: ClaimStore,
  { viewer, input, now }: Asked,
): Promise<Result<PaperId, ClaimRefusal>> {
  const may = permit(viewer, 'claim', now);
  if (!may.ok) return may;
  const id = parsePaperId(input.paper);
  if (!id.ok) return refusal('not-an-id');
  const note = cleanText(input.note.slice(0, 4 * LONGEST_NOTE)).trim();
  if (note.length > LONGEST_NOTE) return refusal('long-note');
  const claim = { userId: may.value.id, paperId: id.value, note, now };
  const added = await store.add(claim, { most: MOST_WAITING });
  return added === 'added' ? ok(id.value) : refusal(added);
}

/** Takes back what the viewer said, whether it waits or was confirmed. */
export async function takeBackClaim(
  store: ClaimStore,
  { viewer, input, now }: { viewer: Viewer | null; input: { paper: string }; now: Date },
): Promise<Result<PaperId, NotPermitted | Refusal<'not-an-id' | 'no-claim'>>> {
  const may = permit(viewer, 'claim', now);
  if (!may.ok) return may;
  const id = parsePaperId(input.paper);
  if (!id.ok) return refusal('not-an-id');
  const gone = await store.takeBack({ userId: may.value.id, paperId: id.value });
  return gone ? ok(id.value) : refusal('no-claim');
}
