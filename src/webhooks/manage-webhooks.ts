import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { INSTANCE_EVENTS, isWebhookEvent } from './events';
import type { Webhook, WebhookStore } from './webhook-store';

export const MOST_WEBHOOKS = 10;
const LONGEST_URL = 2_000;

export type WebhookRefusal =
  | NotPermitted
  | Refusal<'bad-url' | 'no-event' | 'full' | 'no-such-webhook' | 'not-instance-event'>;

type Adding = {
  viewer: Viewer | null;
  input: { url: string; events: readonly string[]; instance: boolean };
  secret: string;
  now: Date;
};

const mayManage = (viewer: Viewer | null, { instance, now }: { instance: boolean; now: Date }) =>
  permit(viewer, instance ? 'administer' : 'manage-webhooks', now);

function readUrl(text: string): string | undefined {
  const url = text.length <= LONGEST_URL && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  return url.href;
}

/** Adds a webhook of the viewer's, or of the instance. `secret` is made by the caller, because randomness is not this module's. */
export async function addWebhook(
  store: WebhookStore,
  { viewer, input, secret, now }: Adding,
): Promise<Result<string, WebhookRefusal>> {
  const permitted = mayManage(viewer, { instance: input.instance, now });
  if (!permitted.ok) return permitted;
  const url = readUrl(input.url.trim());
  if (url === undefined)
    return refuse('bad-url', 'Give a whole address that begins with https:// and holds no name or password.');
  const events = [...new Set(input.events)].filter(isWebhookEvent);
  if (events.length === 0) return refuse('no-event', 'Choose what you want to be told of.');
  if (input.instance && events.some((event) => !INSTANCE_EVENTS.includes(event)))
    return refuse('not-instance-event', 'Searches are a person’s. Choose another event for the whole instance.');
  const owner = input.instance ? null : permitted.value.id;
  const added = await store.add({ owner, url, secret, events });
  return added === 'full' ? refuse('full', `There are ${MOST_WEBHOOKS} webhooks already. Remove one.`) : ok(added);
}

/** The webhook, if the viewer may manage it; nobody learns of another's. */
export async function ownWebhook(
  store: WebhookStore,
  { viewer, id, now }: { viewer: Viewer | null; id: string; now: Date },
): Promise<Result<Webhook, WebhookRefusal>> {
  const hook = /^[0-9a-f]{24}$/.test(id) ? await store.find(id) : null;
  const permitted = mayManage(viewer, { instance: hook?.userId === null, now });
  if (!permitted.ok && permitted.refusal.code === 'signed-out') return permitted;
  if (!hook || !permitted.ok || (hook.userId !== null && hook.userId !== permitted.value.id))
    return refuse('no-such-webhook', 'You have no such webhook.');
  return ok(hook);
}
