import type { AccountPart } from '../account-parts';

/** A person's webhooks, without what signs them. They go with his row. */
export const webhookPart: AccountPart = {
  name: 'webhooks',
  exportOf: async (sql, userId) => [
    ...(await sql`
      SELECT url, events, created_at AS "createdAt", disabled_at AS "disabledAt" FROM webhooks
      WHERE user_id = ${userId} ORDER BY created_at, id`),
  ],
};
