import { expect, test } from 'vitest';
import { textOf } from './file-text';

const fileOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

test('a file is read in the encoding that it is in', () => {
  expect(textOf(fileOf(Buffer.from('\ufeff@misc{é}', 'utf16le')))).toBe('@misc{é}');
  expect(textOf(fileOf(Buffer.from('\ufeff@misc{é}', 'utf16le').swap16()))).toBe('@misc{é}');
  expect(textOf(fileOf(Buffer.from('@misc{é}', 'utf8')))).toBe('@misc{é}');
  expect(textOf(fileOf(Buffer.from('@misc{é}', 'latin1')))).toBe('@misc{é}');
  expect(textOf(new ArrayBuffer(0))).toBe('');
});
