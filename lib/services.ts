import type { PaperId } from '@/src/papers';
import type { SubmitPorts } from '@/src/submissions';
import { accountStore } from './db/accounts-store';
import { atlasStore } from './db/atlas-store';
import { citedPapers } from './db/cited-papers';
import { claimStore } from './db/claims-store';
import { commentStore } from './db/comments-store';
import { exportLimit } from './db/export-limit';
import { feedEntries } from './db/feed/entries';
import { listIds } from './db/feed/list-ids';
import { feedStore } from './db/feed-store';
import { healthStore } from './db/health-store';
import { hubStore } from './db/hub-store';
import { interestStore } from './db/interest-store';
import { libraryStore } from './db/library-store';
import { moderationStore } from './db/moderation-store';
import { operationsStore } from './db/operations-store';
import { searchBackend } from './db/search/search-backend';
import { suggestLimit } from './db/search-store';
import { sitemapStore } from './db/sitemap-store';
import { sql } from './db/sql';
import { statusStore } from './db/status-store';
import { submissionStore } from './db/submissions-store';
import { subscriptionStore } from './db/subscription-store';
import { ringStore } from './db/votes/rings';
import { voteLimit, voteStore } from './db/votes-store';
import { webhookStore } from './db/webhook-store';
import { digestServices } from './digest/digest-services';
import { env, isDevelopment } from './env';
import { arxivLookup } from './jobs/arxiv-lookup';
import { ingestNow } from './jobs/ingest-now';
import { renderInline } from './jobs/render-inline';
import { seal, unseal } from './webhooks/secret';

function wire() {
  const { DATABASE_URL, ARXIV_CATEGORIES, INTEREST } = env();
  if (DATABASE_URL === undefined) throw new Error('DATABASE_URL is not set; the launcher sets it.');
  const pool = sql(DATABASE_URL);
  const comments = commentStore(pool);
  const submissions = submissionStore({ sql: pool, carried: ARXIV_CATEGORIES, render: renderInline });
  const source = arxivLookup(DATABASE_URL);
  return {
    ...digestServices(pool),
    accounts: accountStore(pool),
    atlas: atlasStore(pool, ARXIV_CATEGORIES, { interest: INTEREST === 'on' }),
    citedPapers: (ids: readonly PaperId[]) => citedPapers(pool, ids),
    claims: claimStore(pool),
    comments,
    exportLimit: exportLimit(pool),
    feed: feedStore(pool, ARXIV_CATEGORIES, { interest: INTEREST === 'on' }),
    feedEntries: (ids: readonly PaperId[]) => feedEntries(pool, ids),
    health: healthStore(pool),
    hub: hubStore(pool),
    ingestNow,
    interest: interestStore(pool),
    library: libraryStore(pool),
    listIds: (asked: Parameters<typeof listIds>[2]) =>
      listIds(pool, { carried: ARXIV_CATEGORIES, interest: INTEREST === 'on' }, asked),
    moderation: moderationStore(pool),
    operations: operationsStore(pool),
    rings: ringStore(pool),
    search: searchBackend(pool, { databaseUrl: DATABASE_URL, env: env(), built: !isDevelopment() }),
    sitemap: sitemapStore(pool),
    suggestLimit: suggestLimit(pool),
    status: statusStore(pool, ARXIV_CATEGORIES),
    subscriptions: subscriptionStore(pool),
    submissions,
    /** All that bringing a paper takes. */
    submitting: { store: submissions, comments, source, rules: submitRules() },
    votes: voteStore(pool),
    webhooks: webhookStore(pool, sealing()),
    voteLimit: voteLimit(pool),
  };
}

const sealing = () => {
  const { AUTH_SECRET = '' } = env();
  return {
    seal: (secret: string) => seal(secret, AUTH_SECRET),
    unseal: (sealed: string) => unseal(sealed, AUTH_SECRET),
  };
};

function submitRules(): SubmitPorts['rules'] {
  const { SUBMIT_MAX_AGE_DAYS, SUBMIT_DAILY_CAP, COMMENTS } = env();
  return { maxAgeDays: SUBMIT_MAX_AGE_DAYS, dailyCap: SUBMIT_DAILY_CAP, commentMode: COMMENTS };
}

let wired: ReturnType<typeof wire> | undefined;

/** The one place where ports meet their adapters. */
export const services = (): ReturnType<typeof wire> => {
  wired ??= wire();
  return wired;
};
