import type postgres from 'postgres';
import type { ItemAct, ItemDeed } from '@/src/moderation';
import { announceChange } from '../announce-change';
import { tagsOfPaper } from '../paper-tags';
import { settleFlags } from './flag';
import { markUndone, writeLog } from './log';

type Outcome = 'done' | 'unchanged' | 'no-such-item';

const TAKES_BACK: Partial<Record<ItemAct, ItemAct>> = { restore: 'hide', unlock: 'lock' };

/** Does to an item what a moderator decided, and writes it down, in one transaction. */
export const actOnItem = (sql: postgres.Sql, deed: ItemDeed): Promise<Outcome> =>
  sql.begin(async (tx): Promise<Outcome> => {
    const { kind, id, act, actorId, reason, now } = deed;
    // Locked, so that of two moderators who do the same only one does it, and a flag cannot come in between.
    const [there] =
      kind === 'paper'
        ? await tx`SELECT 1 FROM papers WHERE id = ${id} FOR NO KEY UPDATE`
        : await tx`SELECT 1 FROM comments WHERE id = ${id} FOR NO KEY UPDATE`;
    if (!there) return 'no-such-item';
    const settled = act === 'hide' || act === 'dismiss' ? await settleFlags(tx, deed, now) : 0;
    const changed = act === 'dismiss' ? settled : await change(tx, deed);
    if (changed === 0) return 'unchanged';
    const undone = TAKES_BACK[act];
    if (undone) await markUndone(tx, { action: undone, subject: deed, now });
    await writeLog(tx, { actorId, action: act, subject: { kind, id }, reason, now });
    if (kind === 'paper' && act !== 'dismiss') await announceChange(tx, await tagsOfPaper(tx, id));
    return 'done';
  });

async function change(tx: postgres.TransactionSql, { kind, id, act, now }: ItemDeed): Promise<number> {
  if (act === 'lock' || act === 'unlock') {
    const locks = act === 'lock';
    const done = await tx`
      UPDATE papers SET comments_locked = ${locks} WHERE id = ${id} AND comments_locked <> ${locks}`;
    return done.count;
  }
  const hides = act === 'hide';
  const done =
    kind === 'paper'
      ? await tx`UPDATE papers SET hidden = ${hides} WHERE id = ${id} AND hidden <> ${hides}`
      : await tx`
          UPDATE comments SET hidden_at = ${hides ? now : null}
          WHERE id = ${id} AND deleted_at IS NULL AND (hidden_at IS NULL) = ${hides}`;
  return done.count;
}
