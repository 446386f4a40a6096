import { expect, test } from 'vitest';
import { Outage } from './outage';
import { untilKnown } from './until-known';

const failing = (...codes: string[]) => {
  const left = [...codes];
  let calls = 0;
  const write = async (): Promise<string> => {
    calls += 1;
    const code = left.shift();
    if (code === undefined) return 'stored';
    throw Object.assign(new Error(code), { code });
  };
  return { write, calls: () => calls };
};

test('a write that succeeds is made once', async () => {
  const { write, calls } = failing();
  expect(await untilKnown(write)).toBe('stored');
  expect(calls()).toBe(1);
});

test.each(['ECONNREFUSED', '57P03', 'CONNECT_TIMEOUT'])(
  'one that never arrived (%s) is refused at once',
  async (code) => {
    const { write, calls } = failing(code);
    await expect(untilKnown(write)).rejects.toMatchObject({ name: 'Outage', lost: false });
    expect(calls()).toBe(1);
  },
);

test('one that was lost is made again until it is known, also through refused connections', async () => {
  const { write, calls } = failing('CONNECTION_CLOSED', 'ECONNREFUSED', '57P03');
  expect(await untilKnown(write)).toBe('stored');
  expect(calls()).toBe(4);
});

test('one whose end stays unknown says so', async () => {
  const { write } = failing(...Array<string>(50).fill('57P01'));
  await expect(untilKnown(write, 250)).rejects.toMatchObject({ name: 'Outage', lost: true });
});

test('any other error is not repeated', async () => {
  const { write, calls } = failing('23514');
  await expect(untilKnown(write)).rejects.not.toBeInstanceOf(Outage);
  expect(calls()).toBe(1);
});
