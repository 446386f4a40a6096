import { describe, expect, it } from 'vitest';
import { createDecoder, EncodingFault, xmlEncoding } from './decode-xml';

describe('the encoding of a document', () => {
  it.each([
    ['no declaration', Buffer.from('<feed/>'), 'utf-8'],
    ['a declaration', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>'), 'ISO-8859-1'],
    ['single quotes', Buffer.from("<?xml version='1.0' encoding='UTF-8'?>"), 'UTF-8'],
    ['UTF-16 by its mark', Buffer.from('\uFEFF<a/>', 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from('<?xml?>', 'utf16le'), 'utf-16le'],
    ['UTF-16 by declaration alone, which cannot be', Buffer.from('<?xml version="1.0" encoding="UTF-16"?>'), 'utf-8'],
  ])('%s', (_name, bytes, encoding) => {
    expect(xmlEncoding(bytes)).toBe(encoding);
  });
});

describe('decoding', () => {
  const decode = (encoding: string, bytes: Buffer, size: number) => {
    const decoder = createDecoder(encoding);
    let text = '';
    for (let at = 0; at < bytes.length; at += size) text += decoder.write(bytes.subarray(at, at + size));
    text += decoder.end();
    return { text, damaged: decoder.damaged };
  };

  it('characters that fall between two pieces stay whole', () => {
    for (const size of [1, 2, 3]) {
      expect(decode('utf-8', Buffer.from('é𝕏’'), size)).toEqual({ text: 'é𝕏’', damaged: false });
    }
  });

  it('latin-1 and UTF-16 are read', () => {
    expect(decode('ISO-8859-1', Buffer.from([0x4c, 0xf6, 0x77]), 1).text).toBe('Löw');
    expect(decode('utf-16le', Buffer.from('Löw', 'utf16le'), 1).text).toBe('Löw');
  });

  it('bytes that are no text are told from a real replacement character', () => {
    expect(decode('utf-8', Buffer.from('a \uFFFD b'), 1)).toEqual({ text: 'a \uFFFD b', damaged: false });
    expect(decode('utf-8', Buffer.from([0x61, 0xff, 0x62]), 1)).toEqual({ text: 'a\uFFFDb', damaged: true });
    expect(decode('utf-8', Buffer.from([0x61, 0xe2, 0x82]), 1).damaged).toBe(true);
  });

  it('an encoding that nobody knows is refused', () => {
    expect(() => createDecoder('x-martian')).toThrow(EncodingFault);
  });
});
