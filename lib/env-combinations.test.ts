import { expect, test } from 'vitest';
import { readEnv } from './env';

const faults = (source: Record<string, string>): string => {
  try {
    readEnv(source);
    return '';
  } catch (error) {
    return String(error);
  }
};

test('nothing has to be set', () => {
  expect(faults({})).toBe('');
});

test.each([
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_SECRET', 'GOOGLE_CLIENT_ID'],
  ['ORCID_CLIENT_ID', 'ORCID_CLIENT_SECRET'],
  ['OIDC_CLIENT_SECRET', 'OIDC_CLIENT_ID'],
])('%s alone is refused and names %s', (one, other) => {
  expect(faults({ [one]: 'value' })).toContain(`${one} is set and ${other} is not`);
});

test('an issuer without a client, and a mail server without a sender, are refused', () => {
  expect(faults({ OIDC_ISSUER: 'https://login.example.org' })).toContain('OIDC_CLIENT_ID is not');
  expect(faults({ SMTP_URL: 'smtp://mail.example.org' })).toContain('MAIL_FROM is not');
  expect(faults({ MAIL_FROM: 'papers@example.org' })).toBe('');
});

test('an issuer over plain http is refused except on this machine', () => {
  const client = { OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
  expect(faults({ ...client, OIDC_ISSUER: 'http://login.example.org' })).toContain('use https');
  expect(faults({ ...client, OIDC_ISSUER: 'http://localhost:9000' })).toBe('');
});

test.each([
  ['MAIL_FROM', 'papers@example.org\r\nBcc: all@example.org'],
  ['MAIL_FROM', 'A <papers@example.org>, b@example.org'],
  ['MAIL_FROM', 'Nobody'],
  ['ADMIN_EMAILS', 'ada@example.org,bob'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '-1'],
  ['AUTH_SECRET', 'too short'],
])('%s %j is refused', (name, value) => {
  expect(faults({ [name]: value, SMTP_URL: name === 'SMTP_URL' ? value : '' })).toContain(name);
});

test('lists and senders are read', () => {
  const env = readEnv({ ADMIN_EMAILS: ' Ada@Example.org, bob@example.org,', MAIL_FROM: 'The Paper <p@example.org>' });
  expect(env.ADMIN_EMAILS).toEqual(['ada@example.org', 'bob@example.org']);
  expect(env.MAIL_FROM).toBe('The Paper <p@example.org>');
});

test('a model without its parts is refused, and a key is never quoted', () => {
  expect(faults({ EMBEDDER: 'onnx' })).toMatch(/EMBEDDINGS_MODEL is not set[\s\S]*EMBEDDINGS_DIMENSIONS is not set/);
  expect(faults({ EMBEDDER: 'openai', EMBEDDINGS_MODEL: 'm', EMBEDDINGS_DIMENSIONS: '64' })).toContain(
    'EMBEDDINGS_URL is not',
  );
  expect(faults({ EMBEDDER: 'onnx', EMBEDDINGS_MODEL: 'm', EMBEDDINGS_DIMENSIONS: '64' })).toBe('');
  expect(faults({ EMBEDDINGS_KEY: 'k'.repeat(501) })).not.toContain('kkk');
});
