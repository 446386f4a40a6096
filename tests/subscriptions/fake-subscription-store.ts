import { DEFAULT_PREFERENCES, type Subscriber, type SubscriptionStore, type Suppression } from '@/src/subscriptions';

type Account = { id: string; email: string; verified: boolean };
type Token = { subscriberId: string; scope: 'confirm' | 'manage'; wanted: Subscriber['preferences'] | null };
type KeptToken = Token & { createdAt: Date; expiresAt: Date; usedAt: Date | null };

const DAY_MS = 86_400_000;

/** Subscriptions in memory. */
export class FakeSubscriptionStore implements SubscriptionStore {
  readonly accounts: Account[] = [];
  readonly suppressions = new Map<string, Suppression>();
  /** Refuses every limit that is asked for. */
  full = false;
  #subscribers = new Map<string, Subscriber>();
  #tokens = new Map<string, KeptToken>();
  #made = 0;

  async ask(asking: Parameters<SubscriptionStore['ask']>[0]): ReturnType<SubscriptionStore['ask']> {
    const { address, key, preferences, token, perDay, now } = asking;
    const subscriber = this.#byKey(key) ?? this.#add(address, now);
    const kind = ['active', 'paused'].includes(subscriber.status) ? 'manage' : 'confirm';
    const recent = [...this.#tokens.values()].filter(
      ({ subscriberId, createdAt }) => subscriberId === subscriber.id && now.getTime() - createdAt.getTime() < DAY_MS,
    );
    if (recent.length >= perDay) return { kind: 'enough' };
    const wanted = kind === 'confirm' ? preferences : null;
    this.#tokens.set(token.hash, {
      ...{ subscriberId: subscriber.id, scope: kind, wanted, createdAt: now, expiresAt: token.expiresAt, usedAt: null },
    });
    return { kind, email: subscriber.email, suppressed: this.suppressions.has(key) };
  }

  async link(hash: string, now: Date): ReturnType<SubscriptionStore['link']> {
    const token = this.#tokens.get(hash);
    const subscriber = token && (await this.byId(token.subscriberId));
    if (!token || !subscriber || token.expiresAt <= now) return null;
    return { scope: token.scope, used: token.usedAt !== null, wanted: token.wanted, subscriber };
  }

  async confirm(hash: string, due: Parameters<SubscriptionStore['confirm']>[1]): Promise<boolean> {
    const token = this.#tokens.get(hash);
    if (token?.scope !== 'confirm' || token.usedAt || token.expiresAt <= due.now) return false;
    token.usedAt = due.now;
    return this.#activate(token.subscriberId, due);
  }

  async byId(id: string): Promise<Subscriber | null> {
    const kept = this.#subscribers.get(id);
    return kept ? { ...kept, suppressed: this.suppressions.has(kept.email.toLowerCase()) } : null;
  }

  async byUser(userId: string): Promise<Subscriber | null> {
    const account = this.accounts.find(({ id, verified }) => id === userId && verified);
    return account ? (this.#byKey(account.email) ?? null) : null;
  }

  async subscribeUser(userId: string, due: Parameters<SubscriptionStore['subscribeUser']>[1]): Promise<boolean> {
    const account = this.accounts.find(({ id, verified }) => id === userId && verified);
    if (!account || account.email.endsWith('.invalid')) return false;
    return this.#activate((this.#byKey(account.email) ?? this.#add(account.email, due.now)).id, due);
  }

  async change(id: string, change: Parameters<SubscriptionStore['change']>[1]): Promise<boolean> {
    const kept = this.#subscribers.get(id);
    if (!kept || kept.status === 'pending') return false;
    kept.preferences = change.preferences;
    if (kept.status === 'active') kept.nextDueAt = change.nextDueAt;
    return true;
  }

  async pause(id: string, now: Date): Promise<boolean> {
    const kept = this.#subscribers.get(id);
    if (kept?.status !== 'active') return false;
    Object.assign(kept, { status: 'paused', pausedAt: now, nextDueAt: null });
    return true;
  }

  async resume(id: string, due: Parameters<SubscriptionStore['resume']>[1]): Promise<boolean> {
    const status = this.#subscribers.get(id)?.status;
    return (status === 'paused' || status === 'unsubscribed') && this.#activate(id, due);
  }

  async unsubscribe(id: string, now: Date): Promise<boolean> {
    const kept = this.#subscribers.get(id);
    if (!kept) return false;
    if (kept.status === 'active' || kept.status === 'paused')
      Object.assign(kept, { status: 'unsubscribed', unsubscribedAt: now, pausedAt: null, nextDueAt: null });
    for (const token of this.#tokens.values()) if (token.subscriberId === id) token.usedAt ??= now;
    return true;
  }

  async erase(id: string): Promise<boolean> {
    return this.#subscribers.delete(id);
  }

  async exportOf(id: string): Promise<Record<string, unknown> | null> {
    const subscription = await this.byId(id);
    return subscription && { subscription, links: [], suppression: null };
  }

  async suppress(suppression: Suppression): Promise<void> {
    if (!this.suppressions.has(suppression.emailKey)) this.suppressions.set(suppression.emailKey, suppression);
  }

  async limit(): ReturnType<SubscriptionStore['limit']> {
    return this.full ? { allowed: false, retryAfter: 60 } : { allowed: true };
  }

  #byKey(key: string): Subscriber | undefined {
    return [...this.#subscribers.values()].find(({ email }) => email.toLowerCase() === key);
  }

  #add(email: string, now: Date): Subscriber {
    this.#made += 1;
    const subscriber: Subscriber = {
      ...{ id: this.#made.toString(16).padStart(24, '0'), email, status: 'pending', preferences: DEFAULT_PREFERENCES },
      ...{ createdAt: now, confirmedAt: null, pausedAt: null, unsubscribedAt: null, coveredUntil: null },
      ...{ nextDueAt: null, suppressed: false },
    };
    this.#subscribers.set(subscriber.id, subscriber);
    return subscriber;
  }

  #activate(id: string, due: Parameters<SubscriptionStore['resume']>[1]): boolean {
    const kept = this.#subscribers.get(id);
    if (!kept) return false;
    const { preferences, nextDueAt, coveredFrom, now } = due;
    const before = kept.coveredUntil ?? coveredFrom;
    const begins = kept.status === 'active' ? kept.coveredUntil : before > coveredFrom ? before : coveredFrom;
    Object.assign(kept, {
      ...{ preferences, nextDueAt, coveredUntil: begins, status: 'active', confirmedAt: kept.confirmedAt ?? now },
      ...{ pausedAt: null, unsubscribedAt: null },
    });
    return true;
  }
}
