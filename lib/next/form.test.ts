import { expect, test } from 'vitest';
import { pathWith, readForm, seeOther } from './form';

const post = (body: string, type = 'application/x-www-form-urlencoded'): Request =>
  new Request('http://127.0.0.1/x', { method: 'POST', body, headers: { 'content-type': type } });

test('the first of two equal fields counts', async () => {
  expect((await readForm(post('a=1&a=2&b=%C3%A9')))?.get('a')).toBe('1');
});

test.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x', ''])(
  '%j is not a form',
  async (type) => {
    expect(await readForm(post('a=1', type))).toBeUndefined();
  },
);

test('an answer leads on, is kept by nobody, and sets each cookie', () => {
  const answer = seeOther('/papers', ['a=1; Path=/', 'b=2; Path=/']);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/papers']);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
});

test('empty values are left out of a query', () => {
  expect(pathWith('/sign-in', { next: '/a?b=c&d', error: undefined, x: '' })).toBe('/sign-in?next=%2Fa%3Fb%3Dc%26d');
  expect(pathWith('/sign-in', {})).toBe('/sign-in');
});
