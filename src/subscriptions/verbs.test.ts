import { beforeEach, describe, expect, test } from 'vitest';
import { FakeSubscriptionStore } from '@/tests/subscriptions/fake-subscription-store';
import { subscribeAccount } from './account-subscription';
import { confirmSubscription, refuseMail } from './confirm-subscription';
import { changePreferences, pauseSubscription, resumeSubscription, unsubscribe } from './manage-subscription';
import { requestSubscription } from './request-subscription';
import { takeMailEvents } from './take-mail-events';

const DAY_MS = 86_400_000;
const now = new Date('2026-11-25T12:00:00Z');
const carried = ['cs.AI', 'cs.CL'];

let store: FakeSubscriptionStore;
let mailed: { kind: string; to: string; secret: string }[];
let made: number;

beforeEach(() => {
  store = new FakeSubscriptionStore();
  mailed = [];
  made = 0;
});

const ports = () => ({
  store,
  letters: {
    confirmation: (to: string, secret: string) => void mailed.push({ kind: 'confirmation', to, secret }),
    reminder: (to: string, secret: string) => void mailed.push({ kind: 'reminder', to, secret }),
  },
  newSecret: () => ({ secret: `secret ${++made}`, hash: `hash ${made}` }),
});
const request = (input: Record<string, unknown> = {}, at = now) =>
  requestSubscription(ports(), {
    input: { email: 'ada@example.org', ...input },
    client: '192.0.2.1',
    carried,
    now: at,
  });
const confirm = (number: number, at = now) => confirmSubscription(store, { hash: `hash ${number}`, now: at });

describe('who asks', () => {
  test('is mailed a link, which begins what he chose', async () => {
    await request({ cadence: 'daily', hour: '6', zone: 'Europe/Paris', papers: '20' });
    expect(mailed).toEqual([{ kind: 'confirmation', to: 'ada@example.org', secret: 'secret 1' }]);
    expect(await confirm(1)).toMatchObject({
      ok: true,
      value: {
        ...{ status: 'active', nextDueAt: new Date('2026-11-26T05:00:00Z') },
        ...{ coveredUntil: new Date(now.getTime() - DAY_MS), preferences: { papers: 20 } },
      },
    });
  });

  test('for a weekly digest gets the last week’s papers first', async () => {
    await request({ cadence: 'weekly' });
    expect(await confirm(1)).toMatchObject({ value: { coveredUntil: new Date(now.getTime() - 7 * DAY_MS) } });
  });

  test('gets the same answer, whatever is known of the address', async () => {
    const fresh = await request();
    const pending = await request();
    await confirm(1);
    const active = await request();
    const fourth = await request();
    await store.suppress({ emailKey: 'ada@example.org', reason: 'complaint', detail: '' });
    const suppressed = await request({}, new Date(now.getTime() + 2 * DAY_MS));
    expect(fresh).toEqual({ ok: true, value: null });
    for (const answer of [pending, active, fourth, suppressed]) expect(answer).toEqual(fresh);
    expect(mailed.map(({ kind }) => kind)).toEqual(['confirmation', 'confirmation', 'reminder']);
  });

  test('too often from one place is refused, and nothing is mailed', async () => {
    store.full = true;
    expect(await request()).toMatchObject({ refusal: { code: 'too-many' } });
    expect(mailed).toEqual([]);
  });

  test('with what is no address, or no preference, is told so', async () => {
    expect(await request({ email: 'ada' })).toMatchObject({ refusal: { code: 'bad-address' } });
    expect(await request({ papers: '500' })).toMatchObject({ refusal: { code: 'bad-preferences' } });
    expect(mailed).toEqual([]);
  });
});

describe('a mailed link', () => {
  test('may be pressed twice, but not after one has left', async () => {
    await request();
    const first = await confirm(1);
    expect(await confirm(1)).toEqual(first);
    const subscriberId = first.ok ? first.value.id : '';
    await unsubscribe(store, { subscriberId, now });
    expect(await confirm(1)).toMatchObject({ refusal: { code: 'bad-link' } });
  });

  test('of a stranger changes nothing for who is subscribed', async () => {
    await request({ papers: '20' });
    await confirm(1);
    await request({ papers: '5' });
    expect(await confirm(2)).toMatchObject({ refusal: { code: 'bad-link' } });
    expect(await confirm(1)).toMatchObject({ value: { preferences: { papers: 20 } } });
  });

  test('too old, or made up, is refused', async () => {
    await request();
    expect(await confirm(1, new Date(now.getTime() + 2 * DAY_MS))).toMatchObject({ refusal: { code: 'bad-link' } });
    expect(await confirm(7)).toMatchObject({ refusal: { code: 'bad-link' } });
  });

  test('lets its owner refuse all mail for good, unless he has confirmed', async () => {
    await request();
    expect(await refuseMail(store, { hash: 'hash 1', now })).toEqual({ ok: true, value: null });
    expect(store.suppressions.get('ada@example.org')).toMatchObject({ reason: 'manual' });
    expect(await confirm(1)).toMatchObject({ refusal: { code: 'bad-link' } });
    await request({ email: 'bob@example.org' });
    await confirm(2);
    expect(await refuseMail(store, { hash: 'hash 2', now })).toMatchObject({ refusal: { code: 'bad-link' } });
  });
});

describe('a subscriber', () => {
  const subscribed = async (): Promise<string> => {
    await request({ cadence: 'daily', hour: '8' });
    const confirmed = await confirm(1);
    return confirmed.ok ? confirmed.value.id : '';
  };

  test('changes what he gets and when', async () => {
    const subscriberId = await subscribed();
    const input = { cadence: 'weekly', weekday: '5', hour: '9', categories: ['cs.CL'] };
    expect(await changePreferences(store, { subscriberId, input, carried, now })).toEqual({ ok: true, value: null });
    expect(await store.byId(subscriberId)).toMatchObject({
      ...{ preferences: { weekday: 5, categories: ['cs.CL'] }, nextDueAt: new Date('2026-11-27T09:00:00Z') },
    });
    const bad = { subscriberId, input: { papers: '0' }, carried, now };
    expect(await changePreferences(store, bad)).toMatchObject({ refusal: { code: 'bad-preferences' } });
  });

  test('pauses, and pauses again, and goes on without what he missed', async () => {
    const subscriberId = await subscribed();
    for (const _ of [1, 2]) expect(await pauseSubscription(store, { subscriberId, now })).toMatchObject({ ok: true });
    const later = new Date(now.getTime() + 30 * DAY_MS);
    for (const _ of [1, 2])
      expect(await resumeSubscription(store, { subscriberId, now: later })).toMatchObject({ ok: true });
    expect((await store.byId(subscriberId))?.coveredUntil).toEqual(new Date(later.getTime() - DAY_MS));
  });

  test('who is gone is told so, but may unsubscribe', async () => {
    const gone = { subscriberId: 'f'.repeat(24), now };
    const refused = { refusal: { code: 'no-such-subscription' } };
    expect(await pauseSubscription(store, gone)).toMatchObject(refused);
    expect(await resumeSubscription(store, gone)).toMatchObject(refused);
    expect(await changePreferences(store, { ...gone, input: {}, carried })).toMatchObject(refused);
    await unsubscribe(store, gone);
  });
});

test('nobody, or a token of somebody’s, cannot subscribe an account', async () => {
  const asked = { input: {}, carried, now };
  expect(await subscribeAccount(store, { ...asked, viewer: null })).toMatchObject({ refusal: { code: 'signed-out' } });
});

test('bounces for good and complaints suppress; soft ones, and what names nobody, only count', async () => {
  const events = [
    { email: 'Ada@Example.org', type: 'hard-bounce', detail: '550' },
    { email: 'Ada@Example.org', type: 'complaint', detail: '' },
    { email: 'bob@example.org', type: 'soft-bounce', detail: 'full' },
    { email: 'eve@example.org', type: 'other', detail: '' },
    { email: 'nobody', type: 'hard-bounce', detail: '' },
  ] as const;
  expect(await takeMailEvents(store, events)).toEqual({ suppressed: 2, soft: 1, ignored: 2 });
  expect([...store.suppressions.values()]).toEqual([
    { emailKey: 'ada@example.org', reason: 'hard-bounce', detail: '550' },
  ]);
});
