import type postgres from 'postgres';
import type { Role } from '@/src/accounts';
import { ROLES } from '@/src/accounts';
import type { AccountDeed, ModerationStore, PersonRow, RoleDeed } from '@/src/moderation';
import { judgeVotes } from '../votes/judge';
import { markUndone, writeLog } from './log';

type Held = { id: string; role: Role; suspended: boolean };

const rank = (role: Role): number => ROLES.indexOf(role);

/** Suspends or reinstates; sessions end, tokens stop working with the account, and the votes are judged anew. */
export const actOnAccount = (
  sql: postgres.Sql,
  { act, userId, actorId, actorRole, reason, now }: AccountDeed,
): ReturnType<ModerationStore['actOnAccount']> =>
  sql.begin(async (tx) => {
    if (userId === actorId) return 'self';
    const [person] = await tx<Held[]>`
      SELECT id, role, suspended_at IS NOT NULL AS suspended FROM users WHERE id = ${userId} FOR UPDATE`;
    if (!person) return 'no-such-person';
    if (rank(person.role) >= rank(actorRole)) return 'too-high';
    const suspends = act === 'suspend';
    if (person.suspended === suspends) return 'unchanged';
    await tx`UPDATE users SET suspended_at = ${suspends ? now : null}, updated_at = ${now} WHERE id = ${userId}`;
    if (suspends) await tx`DELETE FROM sessions WHERE user_id = ${userId}`;
    else await markUndone(tx, { action: 'suspend', subject: { kind: 'user', id: userId }, now });
    await judgeVotes(tx, { userId });
    await writeLog(tx, { actorId, action: act, subject: { kind: 'user', id: userId }, reason, now });
    return 'done';
  });

/**
 * All administrators are locked, in one order, before anything is decided: of two who demote each other at the same
 * time the second finds himself no administrator any more.
 */
export const changeRole = (
  sql: postgres.Sql,
  { userId, to, actorId, reason, now, undoes }: RoleDeed,
): ReturnType<ModerationStore['changeRole']> =>
  sql.begin(async (tx) => {
    const held = await tx<Held[]>`
      SELECT id, role, suspended_at IS NOT NULL AS suspended FROM users
      WHERE role = 'admin' OR id = ${userId} ORDER BY id FOR NO KEY UPDATE`;
    const admins = held.filter(({ role, suspended }) => role === 'admin' && !suspended);
    if (!admins.some(({ id }) => id === actorId)) return 'not-allowed';
    const person = held.find(({ id }) => id === userId);
    if (!person) return 'no-such-person';
    if (person.role === to) return 'unchanged';
    if (person.role === 'admin' && admins.every(({ id }) => id === userId)) return 'last-admin';
    await tx`UPDATE users SET role = ${to}, updated_at = ${now} WHERE id = ${userId}`;
    const subject = { kind: 'user', id: userId };
    if (undoes !== null) await markUndone(tx, { action: 'change-role', subject, entry: undoes, now });
    await writeLog(tx, { actorId, action: 'change-role', subject, reason, now, detail: { from: person.role, to } });
    return 'done';
  });

/** People by handle, name or address, the newest first. */
export const findPeople: (
  sql: postgres.Sql,
  query: Parameters<ModerationStore['people']>[0],
) => ReturnType<ModerationStore['people']> = async (sql, { text, byEmail, limit, offset }) => {
  const like = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const found =
    text === ''
      ? sql`TRUE`
      : sql`(u.handle LIKE ${like} OR lower(u.display_name) LIKE ${like} OR (${byEmail}::boolean AND u.email LIKE ${like}))`;
  const people = await sql<PersonRow[]>`
    SELECT u.id, u.handle, u.display_name AS "displayName", u.email, u.role, u.created_at AS "createdAt",
      u.suspended_at IS NOT NULL AS suspended,
      (SELECT count(*)::int FROM votes v WHERE v.user_id = u.id) AS votes,
      (SELECT count(*)::int FROM comments c WHERE c.author_id = u.id AND c.deleted_at IS NULL) AS comments
    FROM users u WHERE ${found} ORDER BY u.created_at DESC, u.id DESC LIMIT ${limit} OFFSET ${offset}`;
  const [counted] = await sql<{ total: number }[]>`SELECT count(*)::int AS total FROM users u WHERE ${found}`;
  return { people, total: counted?.total ?? 0 };
};
