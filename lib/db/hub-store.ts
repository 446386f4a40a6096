import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import type { HubRecord, HubStore } from '@/src/hub';
import type { Organization, PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { listIds } from './feed/list-ids';

type Row = Omit<HubRecord, 'authors' | 'submitter' | 'discussionId' | 'organization'> & {
  names: string[];
  keys: string[];
  by: { id: string; handle: string; name: string } | null;
  discussion: string | null;
  organization: Organization | null;
  listedOn: UtcDay | null;
};

/** 24 hex characters that stay the same for the same thing: ours have names where the Hub's have numbers. */
export const objectId = (kind: string, key: string): string =>
  createHash('sha256').update(`${kind}:${key}`).digest('hex').slice(0, 24);

/** Reads papers for the Hub-compatible API. Only days that the feed shows count as listed. */
export const hubStore = (sql: postgres.Sql): HubStore => ({
  records: (ids) => records(sql, ids),
  newestShown: (slice) => listIds(sql, { carried: [], interest: false }, { list: { kind: 'latest' }, ...slice }),
  newest: async ({ after, limit }) => {
    const rows = await sql<{ id: PaperId }[]>`
      SELECT id FROM papers
      WHERE NOT withdrawn AND NOT hidden ${after === null ? sql`` : sql`AND (published_at, id) < (${after.at}, ${after.id})`}
      ORDER BY published_at DESC, id DESC LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  },
  person: async (handle) => {
    const [row] = await sql<
      { id: string }[]
    >`SELECT id FROM users WHERE handle = ${handle.toLowerCase()} AND suspended_at IS NULL`;
    return row?.id ?? null;
  },
});

async function records(sql: postgres.Sql, ids: readonly PaperId[]): Promise<HubRecord[]> {
  if (ids.length === 0) return [];
  const rows = await sql<Row[]>`
    SELECT p.id, p.authors AS names, p.author_keys AS keys, p.title_text AS title, p.abstract_text AS abstract,
      p.published_at AS "publishedAt", p.first_listed::text AS "listedOn", p.votes AS upvotes,
      p.comments + p.outside_comments AS comments, p.code_url AS "codeUrl", p.project_url AS "projectUrl", p.organization,
      (p.outside->>'githubStars')::int AS "githubStars", p.outside->>'summary' AS "aiSummary",
      p.outside->'keywords' AS "aiKeywords", p.outside->>'discussionId' AS discussion,
      (SELECT json_build_object('id', u.id, 'handle', u.handle, 'name', u.display_name) FROM submissions s
        JOIN users u ON u.id = s.user_id WHERE s.live_paper = p.id AND s.status = 'listed') AS by,
      EXISTS (SELECT FROM author_claims a JOIN comments c ON c.paper_id = a.paper_id AND c.author_id = a.user_id
        WHERE a.paper_id = p.id AND a.status = 'approved' AND c.hidden_at IS NULL AND c.deleted_at IS NULL) AS "authorTakesPart"
    FROM papers p WHERE p.id = ANY (${[...ids]}::text[]) AND NOT p.hidden`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [toRecord(row)];
  });
}

function toRecord({ names, keys, by, discussion, organization, ...row }: Row): HubRecord {
  return {
    ...row,
    authors: names.map((name, at) => ({ id: objectId('author', keys[at] ?? name), name })),
    submitter: by && { id: by.id, name: by.handle, fullname: by.name || by.handle },
    discussionId: discussion ?? objectId('discussion', row.id),
    organization: organization && { ...organization, id: objectId('organization', organization.name) },
  };
}
