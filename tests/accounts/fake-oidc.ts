import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

export type Claims = Record<string, unknown> & { sub: string };
export type FakeOidc = {
  issuer: string;
  /** Who will have signed in at the provider. */
  claims: Claims;
  /** Spoils what the token endpoint gives. */
  tamper: (token: string) => string;
  /** The query that the browser was last sent to the provider with. */
  asked: URLSearchParams;
  /** Signs in at the provider: where it sends the browser back to. */
  authorize(address: string): string;
  close(): Promise<void>;
};

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An OpenID Connect provider on this machine that signs its ID tokens for real and believes everybody. */
export async function startFakeOidc(client: { id: string; secret: string }): Promise<FakeOidc> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { nonce: string | null; challenge: string | null; claims: Claims }>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  const fake: FakeOidc = {
    issuer,
    claims: { sub: 'nobody' },
    tamper: (token) => token,
    asked: new URLSearchParams(),
    authorize(given) {
      fake.asked = new URL(given).searchParams;
      const code = randomBytes(12).toString('hex');
      const { claims, asked } = fake;
      codes.set(code, { nonce: asked.get('nonce'), challenge: asked.get('code_challenge'), claims });
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer }).toString();
      return back.pathname + back.search;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };

  function idToken(claims: Claims, nonce: string | null): string {
    const now = Math.floor(Date.now() / 1000);
    const body = { iss: issuer, aud: client.id, iat: now, exp: now + 300, ...(nonce ? { nonce } : {}), ...claims };
    const signed = `${base64({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${base64(body)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const send = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    switch (new URL(request.url ?? '/', issuer).pathname) {
      case '/.well-known/openid-configuration':
        return send(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
        });
      case '/keys':
        return send(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] });
      case '/token': {
        const form = new URLSearchParams(Buffer.concat(chunks).toString());
        const given = codes.get(form.get('code') ?? '');
        codes.delete(form.get('code') ?? '');
        if (!given || form.get('client_id') !== client.id || form.get('client_secret') !== client.secret) {
          return send(400, { error: 'invalid_grant' });
        }
        if (given.challenge !== (await challengeOf(form.get('code_verifier') ?? ''))) {
          return send(400, { error: 'invalid_grant', error_description: 'PKCE' });
        }
        const id_token = fake.tamper(idToken(given.claims, given.nonce));
        return send(200, {
          access_token: 'an access token',
          refresh_token: 'a refresh token',
          token_type: 'Bearer',
          expires_in: 300,
          id_token,
        });
      }
      default:
        return send(404, { error: 'not_found' });
    }
  }
  return fake;
}

async function challengeOf(verifier: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))).toString('base64url');
}
