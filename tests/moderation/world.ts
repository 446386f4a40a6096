import type postgres from 'postgres';
import { commentStore } from '@/lib/db/comments-store';
import { moderationStore } from '@/lib/db/moderation-store';
import type { Role, Viewer } from '@/src/accounts';
import type { Comment } from '@/src/comments';
import type { PaperId } from '@/src/papers';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { addPerson } from '@/tests/votes/people';

export const now = new Date('2026-11-20T08:00:00Z');

/** People, papers and comments in PostgreSQL for moderators to deal with. */
export function moderationWorld(sql: postgres.Sql) {
  const comments = commentStore(sql);
  return {
    store: moderationStore(sql),
    comments,

    async person(role: Role = 'member', over: Partial<Viewer> = {}): Promise<Viewer> {
      const { id, handle, displayName } = await addPerson(sql);
      await sql`UPDATE users SET role = ${role} WHERE id = ${id}`;
      const createdAt = new Date('2026-01-02T00:00:00Z');
      return { id, handle, displayName, role, createdAt, via: 'session', scopes: ['read', 'write'], ...over };
    },

    async paper(): Promise<PaperId> {
      const paper = aPaper();
      await storePapers(sql, [paper]);
      return paper.id as PaperId;
    },

    async comment(paperId: PaperId, author: Viewer, body = 'Well said.'): Promise<Comment> {
      const text = { body, bodyHtml: `<p>${body}</p>`, renderVersion: 1, now };
      const posted = await comments.insert({ paperId, parentId: null, authorId: author.id, ...text }, { dailyCap: 99 });
      if (posted.kind !== 'posted') throw new Error(posted.kind);
      return posted.comment;
    },
  };
}

export const code = (result: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  result.ok ? 'ok' : result.refusal.code;
