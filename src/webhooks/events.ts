/** What a webhook can be told of. */
export const EVENTS = {
  'day.published': 'A new day’s list',
  'search.matched': 'A new paper that one of my saved searches finds',
  'comment.replied': 'A reply to a comment of mine',
} as const;

export type WebhookEvent = keyof typeof EVENTS;
export const isWebhookEvent = (text: string): text is WebhookEvent => Object.hasOwn(EVENTS, text);

/** What an instance's webhook can be told of: it has no searches, and every reply is its own. */
export const INSTANCE_EVENTS: readonly WebhookEvent[] = ['day.published', 'comment.replied'];
