import type postgres from 'postgres';
import { commentPart } from './comments/account-part';
import { libraryPart } from './library/account-part';
import { flagPart } from './moderation/account-part';
import { submissionPart } from './submissions/account-part';
import { subscriptionPart } from './subscriptions/account-part';
import { votePart } from './votes/account-part';
import { webhookPart } from './webhooks/account-part';

/**
 * What another module keeps of a person. `exportOf` gives it for his export, under `name`. `forget` runs in the
 * transaction that deletes the account, before the person's row goes: it removes or makes nameless what the foreign
 * keys alone would not put right, such as counts.
 */
export type AccountPart = {
  name: string;
  exportOf(sql: postgres.Sql, userId: string): Promise<unknown>;
  forget?(tx: postgres.TransactionSql, userId: string): Promise<void>;
};

/** Each module that keeps something of people adds its part here. */
export const ACCOUNT_PARTS: readonly AccountPart[] = [
  commentPart,
  flagPart,
  libraryPart,
  submissionPart,
  subscriptionPart,
  votePart,
  webhookPart,
];
