import { expect, test } from 'vitest';
import { quotedPrintable } from './quoted-printable';

const decode = (encoded: Buffer): string =>
  Buffer.from(
    encoded
      .toString('latin1')
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

const SAMPLES = [
  'Plain words.\n',
  'Ünïcode and 数学, α ≤ β\nand = signs\n',
  `${'a'.repeat(300)}\n`,
  `${'é'.repeat(200)}\n`,
  '.\n.begins with points\n..\n',
  `${'x'.repeat(75)}.y\n`,
  `${'.'.repeat(200)}\n`,
  'a blank at the end \nand a tab\t\n',
  '\n\n',
  '<a href="https://papers.example.org/papers/2601.00001?x=1&amp;y=2">x</a>\n',
];

test.each(SAMPLES)('what is encoded reads the same afterwards: %j', (text) => {
  expect(decode(quotedPrintable(text)).replaceAll('\r\n', '\n')).toBe(text);
});

test.each(SAMPLES)('lines are short, of ASCII only, and none begins with a point: %j', (text) => {
  const lines = quotedPrintable(text).toString('latin1').split('\r\n');
  expect(lines.pop()).toBe('');
  for (const line of lines) {
    expect(line).toMatch(/^(?!\.)[\t\x20-\x7e]{0,76}$/);
    expect(line).not.toMatch(/[ \t]$/);
  }
});

test('pieces may be joined', () => {
  const [one, two] = ['First – one\n', '.second\n'];
  expect(decode(Buffer.concat([quotedPrintable(one), quotedPrintable(two)]))).toBe('First – one\r\n.second\r\n');
});

test('a line without an end gets one, and nothing stays nothing', () => {
  expect(quotedPrintable('x').toString()).toBe('x\r\n');
  expect(quotedPrintable('')).toHaveLength(0);
});
