import type { Env } from './env';

const PAIRS = [
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['ORCID_CLIENT_ID', 'ORCID_CLIENT_SECRET'],
  ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['SMTP_URL', 'MAIL_FROM'],
  ['DKIM_DOMAIN', 'DKIM_SELECTOR'],
  ['DKIM_SELECTOR', 'DKIM_PRIVATE_KEY'],
] as const;

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Variables that are right by themselves and wrong together: a sentence for each such case. */
export function combinationFaults(env: Env): string[] {
  const faults: string[] = [];
  for (const [one, other] of PAIRS) {
    const [given, missing] = env[one] === undefined ? [other, one] : [one, other];
    if (env[given] !== undefined && env[missing] === undefined && given !== 'MAIL_FROM') {
      faults.push(`${given} is set and ${missing} is not: set both, or neither.`);
    }
  }
  if (env.OIDC_ISSUER !== undefined) {
    const issuer = new URL(env.OIDC_ISSUER);
    if (issuer.protocol !== 'https:' && !LOOPBACK.test(issuer.hostname)) {
      faults.push(`OIDC_ISSUER ${env.OIDC_ISSUER}: sign-in over plain http can be listened to; use https.`);
    }
  }
  if (env.EMBEDDER !== 'built-in') {
    const needed = [
      'EMBEDDINGS_MODEL',
      'EMBEDDINGS_DIMENSIONS',
      ...(env.EMBEDDER === 'openai' ? ['EMBEDDINGS_URL'] : []),
    ] as const;
    for (const name of needed as readonly (keyof Env)[])
      if (env[name] === undefined)
        faults.push(`EMBEDDER is ${env.EMBEDDER} and ${name} is not set: set both, or neither.`);
  }
  return faults;
}
