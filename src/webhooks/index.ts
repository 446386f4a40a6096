export { EVENTS, type WebhookEvent } from './events';
export { isSpent, judgeAnswer, type Outcome, outcomeInWords, type Verdict } from './judge-answer';
export { addWebhook, MOST_WEBHOOKS, ownWebhook } from './manage-webhooks';
export { switchedOffMail } from './notice-mail';
export type { Delivery, Webhook, WebhookStore } from './webhook-store';
