import type postgres from 'postgres';
import { commentStore } from '@/lib/db/comments-store';
import type { PaperId } from '@/src/papers';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { addPerson } from '@/tests/votes/people';
import type { CommentWorld } from './comment-store-contract';

/** Comments in PostgreSQL. */
export const databaseWorld = (sql: postgres.Sql): CommentWorld => ({
  store: commentStore(sql),
  async addPaper({ locked = false } = {}) {
    const paper = aPaper();
    await storePapers(sql, [paper]);
    if (locked) await sql`UPDATE papers SET comments_locked = true WHERE id = ${paper.id}`;
    return paper.id as PaperId;
  },
  async addPerson({ suspended = false } = {}) {
    const person = await addPerson(sql);
    if (suspended) await sql`UPDATE users SET suspended_at = now() WHERE id = ${person.id}`;
    return person;
  },
  async hide(id) {
    await sql`UPDATE comments SET hidden_at = now() WHERE id = ${id}`;
  },
});
