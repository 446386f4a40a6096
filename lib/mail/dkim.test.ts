import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { dkimSigner } from './dkim';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const sign = dkimSigner({ domain: 'example.org', selector: 'papers', privateKey });

const HEAD = [
  'From: "The Paper" <papers@example.org>',
  'To: ada@example.org',
  'Subject: Friday:   a folded',
  '\tsubject ',
  'Message-ID: <daily.2026-11-25.1@example.org>',
  'Date: Wed, 25 Nov 2026 06:00:00 +0000',
  'List-Id: "The Paper" <digest.example.org>',
  'List-Unsubscribe: <https://papers.example.org/subscription/x/unsubscribe>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'MIME-Version: 1.0',
  'Content-Type: text/plain',
].join('\r\n');
const BODY = 'One  line \r\n\r\nand another\t\r\n\r\n\r\n';
const message = Buffer.from(`${HEAD}\r\n\r\n${BODY}`);

// The relaxed forms of RFC 6376, 3.4.2 and 3.4.4, written here anew so that the signer is not asked about itself.
const relaxedHeader = (line: string): string => {
  const [, name = '', value = ''] = /^([^:]+):([\s\S]*)$/.exec(line) ?? [];
  return `${name.trim().toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;
};
const relaxedBody = (body: string): string =>
  `${body
    .replace(/[ \t]+/g, ' ')
    .replace(/ (?=\r\n)/g, '')
    .replace(/(\r\n)+$/, '')}\r\n`;

/** What a receiver does with the public key that stands in the DNS. */
function verify(source: string): { signed: string[]; domain: string; bodyHolds: boolean; headHolds: boolean } {
  const at = source.indexOf('\r\n\r\n');
  const headers = source.slice(0, at).split(/\r\n(?![ \t])/);
  const own = headers.find((line) => /^dkim-signature:/i.test(line)) ?? '';
  const tags = new Map(
    own
      .slice(own.indexOf(':') + 1)
      .replace(/\s+/g, '')
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)] as const),
  );
  expect(tags.get('c')).toBe('relaxed/relaxed');
  const signed = (tags.get('h') ?? '').toLowerCase().split(':');
  const lines = signed.flatMap(
    (name) => headers.filter((line) => line.toLowerCase().startsWith(`${name}:`)).map(relaxedHeader)[0] ?? [],
  );
  const bare = relaxedHeader(own.replace(/([;:\s]b=)[^;]*/, '$1'));
  const head = [...lines, bare].join('\r\n');
  return {
    signed,
    domain: tags.get('d') ?? '',
    bodyHolds:
      tags.get('bh') ===
      createHash('sha256')
        .update(relaxedBody(source.slice(at + 4)))
        .digest('base64'),
    headHolds: createVerify('RSA-SHA256')
      .update(head)
      .verify(publicKey, tags.get('b') ?? '', 'base64'),
  };
}

test('a signed mail is verified with the public key, and its way out is under the signature', async () => {
  const signed = (await sign(message)).toString();
  expect(signed.endsWith(`${HEAD}\r\n\r\n${BODY}`)).toBe(true);
  const { signed: names, ...verdict } = verify(signed);
  expect(verdict).toEqual({ domain: 'example.org', bodyHolds: true, headHolds: true });
  expect(names).toEqual(expect.arrayContaining(['from', 'list-unsubscribe', 'list-unsubscribe-post', 'message-id']));
});

test('a changed way out, or a changed word, breaks the signature', async () => {
  const signed = (await sign(message)).toString();
  expect(verify(signed.replace('subscription/x/', 'subscription/y/'))).toMatchObject({
    bodyHolds: true,
    headHolds: false,
  });
  expect(verify(signed.replace('and another', 'and one more'))).toMatchObject({ bodyHolds: false, headHolds: true });
});
