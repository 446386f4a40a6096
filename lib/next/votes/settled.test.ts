import { expect, test } from 'vitest';
import { Outage } from '@/lib/db/outage';
import { settled } from './settled';

const broken = (code: string) => async (): Promise<never> => {
  throw Object.assign(new Error(code), { code });
};
const lost = async (): Promise<never> => {
  throw new Outage({ lost: true, cause: 'test' });
};

test('a result passes', async () => {
  expect(await settled(async () => ({ ok: true }))).toEqual({ ok: true });
});

test.each(['ECONNREFUSED', '57P01', 'CONNECTION_CLOSED'])('%s before the write changed nothing: 503', async (code) => {
  expect(await settled(broken(code))).toMatchObject({ unsettled: { status: 503 } });
});

test('a write whose end is unknown is 504, and says so', async () => {
  const { unsettled } = (await settled(lost)) as { unsettled: { status: number; sentence: string } };
  expect(unsettled.status).toBe(504);
  expect(unsettled.sentence).toContain('Open the page again');
});

test('nobody waits longer than the limit', async () => {
  expect(await settled(() => new Promise(() => {}), 30)).toMatchObject({ unsettled: { status: 504 } });
});

test('a fault is thrown on', async () => {
  await expect(settled(broken('23514'))).rejects.toThrow('23514');
});
