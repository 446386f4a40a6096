import type postgres from 'postgres';
import { moderationStore } from '@/lib/db/moderation-store';
import type { Viewer } from '@/src/accounts';
import { undoEntry } from '@/src/moderation';

/** Undoes a line of the public log as its page does. */
export const moderationStoreUndo = (
  sql: postgres.Sql,
  { viewer, entry, now }: { viewer: Viewer; entry: number; now: Date },
) => undoEntry(moderationStore(sql), { viewer, input: { entry, reason: 'A seminar.' }, now });
