import type { WebhookEvent } from './events';

export type Webhook = {
  id: string;
  /** Null for the instance's own. */
  userId: string | null;
  url: string;
  secret: string;
  events: WebhookEvent[];
  failingSince: Date | null;
  disabledAt: Date | null;
};

export type Delivery = {
  event: string;
  state: 'queued' | 'sent' | 'failed';
  attempts: number;
  runAt: Date;
  answer: string;
  createdAt: Date;
};

/** Whose webhooks: a person's, or with null the instance's. */
export type Owner = string | null;

/** Webhooks as their owner manages them. */
export interface WebhookStore {
  list(owner: Owner): Promise<Webhook[]>;
  add(hook: { owner: Owner; url: string; secret: string; events: readonly WebhookEvent[] }): Promise<string | 'full'>;
  find(id: string): Promise<Webhook | null>;
  remove(id: string): Promise<void>;
  setSecret(id: string, secret: string): Promise<void>;
  /** Switches it on again: what happened while it was off is not told. */
  enable(id: string): Promise<void>;
  /** Queues a message of its own making, such as a test. */
  queue(id: string, message: { messageId: string; event: string; body: string }): Promise<void>;
  /** The latest first. */
  deliveries(id: string, limit: number): Promise<Delivery[]>;
}
