import { expect, test } from 'vitest';
import { avatarSvg } from './avatar';

test('a handle always gets the same picture, and another a different one', () => {
  expect(avatarSvg('ada')).toBe(avatarSvg('ada'));
  const pictures = new Set(Array.from({ length: 500 }, (_, n) => avatarSvg(`person-${n}`)));
  expect(pictures.size).toBeGreaterThan(480);
});

test('every picture shows something', () => {
  for (let n = 0; n < 500; n++) expect(avatarSvg(`p${n}`)).toMatch(/fill="#fffefb" d="M\d/);
});

test('nothing of the name is in it', () => {
  expect(avatarSvg('"><script>alert(1)</script>')).not.toMatch(/script|alert/);
});
