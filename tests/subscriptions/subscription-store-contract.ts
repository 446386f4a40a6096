import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES, nextDue, type Preferences, type SubscriptionStore } from '@/src/subscriptions';

export type SubscriptionWorld = {
  store: SubscriptionStore;
  addAccount(email: string, over?: { verified?: boolean }): Promise<string>;
};

const HOUR_MS = 3_600_000;
const now = new Date('2026-11-25T12:00:00Z');
const after = (hours: number): Date => new Date(now.getTime() + hours * HOUR_MS);
const hashOf = (letter: string): string => letter.repeat(64);
const WANTED: Preferences = {
  ...{ cadence: 'weekly', weekday: 3, hour: 6, zone: 'Asia/Kolkata', categories: ['cs.CL'], papers: 20 },
  ...{ includeWords: ['protein folding'], excludeWords: ['survey', 'benchmark'] },
};
const due = (preferences = WANTED, at = now) => ({
  ...{ preferences, nextDueAt: nextDue(preferences, at), coveredFrom: new Date(at.getTime() - 24 * HOUR_MS), now: at },
});

/** What every store of subscriptions does, whatever it is made of. */
export function subscriptionStoreContract(name: string, makeWorld: () => Promise<SubscriptionWorld>): void {
  describe(`subscriptions in ${name}`, () => {
    let store: SubscriptionStore;
    let world: SubscriptionWorld;
    beforeEach(async () => {
      world = await makeWorld();
      store = world.store;
    });

    const ask = (letter: string, over: { address?: string; now?: Date; preferences?: Preferences } = {}) => {
      const { address = 'Ada@example.org', now: at = now, preferences = WANTED } = over;
      const token = { hash: hashOf(letter), expiresAt: new Date(at.getTime() + 48 * HOUR_MS) };
      return store.ask({ address, key: address.toLowerCase(), preferences, token, perDay: 3, now: at });
    };
    const subscribe = async (address = 'Ada@example.org'): Promise<string> => {
      await ask('a', { address });
      await store.confirm(hashOf('a'), due());
      return (await store.link(hashOf('a'), now))?.subscriber.id ?? '';
    };

    test('who asks is pending, and nothing is due', async () => {
      expect(await ask('a')).toEqual({ kind: 'confirm', email: 'Ada@example.org', suppressed: false });
      const link = await store.link(hashOf('a'), after(47));
      expect(link).toMatchObject({ scope: 'confirm', used: false, wanted: WANTED });
      expect(link?.subscriber).toMatchObject({ status: 'pending', email: 'Ada@example.org', nextDueAt: null });
    });

    test('a link ends, and an unknown one is none', async () => {
      await ask('a');
      expect(await store.link(hashOf('a'), after(48))).toBeNull();
      expect(await store.link(hashOf('b'), now)).toBeNull();
      expect(await store.confirm(hashOf('a'), due(WANTED, after(48)))).toBe(false);
    });

    test('spellings of an address by case are one subscriber', async () => {
      await ask('a');
      await ask('b', { address: 'ADA@example.org' });
      const [one, other] = [await store.link(hashOf('a'), now), await store.link(hashOf('b'), now)];
      expect(other?.subscriber.id).toBe(one?.subscriber.id);
    });

    test('an address gets three links within any day', async () => {
      for (const letter of ['a', 'b', 'c']) expect((await ask(letter)).kind).toBe('confirm');
      expect(await ask('d', { now: after(23) })).toEqual({ kind: 'enough' });
      expect((await ask('d', { now: after(25) })).kind).toBe('confirm');
      expect((await ask('e', { address: 'bob@example.org' })).kind).toBe('confirm');
    });

    test('confirming begins with what was wanted, once', async () => {
      const id = await subscribe();
      expect(await store.byId(id)).toMatchObject({
        ...{ status: 'active', preferences: WANTED, confirmedAt: now, coveredUntil: after(-24) },
        nextDueAt: new Date('2026-12-02T00:30:00Z'),
      });
      expect(await store.confirm(hashOf('a'), due(DEFAULT_PREFERENCES))).toBe(false);
      expect((await store.byId(id))?.preferences).toEqual(WANTED);
    });

    test('who is subscribed is reminded, and nothing of his is changed', async () => {
      const id = await subscribe();
      expect((await ask('b', { preferences: DEFAULT_PREFERENCES })).kind).toBe('manage');
      expect(await store.link(hashOf('b'), now)).toMatchObject({ scope: 'manage', wanted: null });
      expect(await store.confirm(hashOf('b'), due(DEFAULT_PREFERENCES))).toBe(false);
      expect((await store.byId(id))?.preferences).toEqual(WANTED);
    });

    test('preferences change, and with them when the next edition is due', async () => {
      const id = await subscribe();
      const change = { preferences: DEFAULT_PREFERENCES, nextDueAt: after(20), now };
      expect(await store.change(id, change)).toBe(true);
      expect(await store.byId(id)).toMatchObject({ preferences: DEFAULT_PREFERENCES, nextDueAt: after(20) });
      expect(await store.change('f'.repeat(24), change)).toBe(false);
    });

    test('a pause has nothing due until it is over, also when preferences change in it', async () => {
      const id = await subscribe();
      expect(await store.resume(id, due())).toBe(false);
      expect(await store.pause(id, now)).toBe(true);
      expect(await store.pause(id, now)).toBe(false);
      await store.change(id, { preferences: DEFAULT_PREFERENCES, nextDueAt: after(20), now });
      expect(await store.byId(id)).toMatchObject({ status: 'paused', pausedAt: now, nextDueAt: null });
      expect(await store.resume(id, due(WANTED, after(500)))).toBe(true);
      expect(await store.byId(id)).toMatchObject({ status: 'active', pausedAt: null, coveredUntil: after(476) });
    });

    test('going on soon does not repeat what was covered', async () => {
      const id = await subscribe();
      await store.pause(id, now);
      await store.resume(id, due(WANTED, after(-10)));
      expect((await store.byId(id))?.coveredUntil).toEqual(after(-24));
    });

    test('unsubscribing is at once and may be repeated; the old link does not bring it back', async () => {
      const id = await subscribe();
      await ask('b');
      for (const again of [true, true]) expect(await store.unsubscribe(id, after(1))).toBe(again);
      expect(await store.byId(id)).toMatchObject({ status: 'unsubscribed', unsubscribedAt: after(1), nextDueAt: null });
      for (const letter of ['a', 'b']) expect((await store.link(hashOf(letter), after(2)))?.used).toBe(true);
      expect((await ask('c', { now: after(2) })).kind).toBe('confirm');
      expect(await store.confirm(hashOf('c'), due(WANTED, after(2)))).toBe(true);
      expect(await store.byId(id)).toMatchObject({ status: 'active', unsubscribedAt: null });
    });

    test('erasing leaves nothing', async () => {
      const id = await subscribe();
      expect(await store.exportOf(id)).toMatchObject({ subscription: { id, email: 'Ada@example.org' } });
      expect(await store.erase(id)).toBe(true);
      expect(await store.erase(id)).toBe(false);
      expect([await store.byId(id), await store.link(hashOf('a'), now), await store.exportOf(id)]).toEqual([
        ...[null, null, null],
      ]);
      expect(await store.unsubscribe(id, now)).toBe(false);
    });

    test('a suppressed address is told as such, with the first reason', async () => {
      const id = await subscribe();
      await store.suppress({ emailKey: 'ada@example.org', reason: 'hard-bounce', detail: '550 no such user' });
      await store.suppress({ emailKey: 'ada@example.org', reason: 'complaint', detail: '' });
      expect((await store.byId(id))?.suppressed).toBe(true);
      expect(await ask('b')).toMatchObject({ suppressed: true });
    });

    test('an account’s confirmed address is subscribed at once, and found again', async () => {
      const ada = await world.addAccount('ada@example.org');
      expect(await store.byUser(ada)).toBeNull();
      expect(await store.subscribeUser(ada, due())).toBe(true);
      expect(await store.byUser(ada)).toMatchObject({ status: 'active', email: 'ada@example.org' });
    });

    test('an account finds the subscription that its address had before', async () => {
      const id = await subscribe();
      expect((await store.byUser(await world.addAccount('ada@example.org')))?.id).toBe(id);
    });

    test.each([
      ['an unconfirmed address', 'ada@example.org', false],
      ['no address', '0000-0001@orcid.invalid', true],
    ])('an account with %s cannot', async (_name, email, verified) => {
      const account = await world.addAccount(email, { verified });
      expect(await store.subscribeUser(account, due())).toBe(false);
    });
  });
}
