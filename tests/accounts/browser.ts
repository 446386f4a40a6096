import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { readMessage } from '@/src/mail';
import type { HttpApp } from './http-app';

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  cookies: string[];
  body: string;
};
type Ask = { method?: string; headers?: Record<string, string>; body?: string };

/** One request with exactly these headers; no redirect is followed. */
export function ask(origin: string, path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(new URL(origin), { path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          cookies: response.headers['set-cookie'] ?? [],
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A browser with its cookies, that sends forms as browsers do. */
export class Browser {
  readonly jar = new Map<string, string>();
  readonly #app: HttpApp;
  readonly #headers: Record<string, string>;

  constructor(app: HttpApp, headers: Record<string, string> = {}) {
    this.#app = app;
    this.#headers = headers;
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#keep(await ask(this.#app.origin, path, { headers: this.#with(headers) }));
  }

  /** Sends a form from a page of the site, unless `headers` name another origin. */
  async post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams(fields).toString();
    const sent = this.#with({ origin: this.#app.origin, ...FORM, ...headers });
    return this.#keep(await ask(this.#app.origin, path, { method: 'POST', headers: sent, body }));
  }

  /** Signs in as the owner of an address, through the mailed link. */
  async signIn(email: string): Promise<Answer> {
    await this.post('/sign-in/email', { email });
    return this.post('/sign-in/confirm', { token: tokenIn(lastMail(this.#app)) });
  }

  #with(headers: Record<string, string>): Record<string, string> {
    return { ...this.#headers, ...(this.jar.size > 0 ? { cookie: this.cookie } : {}), ...headers };
  }

  #keep(answer: Answer): Answer {
    for (const line of answer.cookies) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/Max-Age=0(?:;|$)/i.test(line)) this.jar.delete(pair.slice(0, at));
      else this.jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}

/** The text of the mails sent so far, oldest first. */
export function mails(app: HttpApp): { to: string; text: string }[] {
  const names = readdirSync(app.mailFolder, { recursive: false }).map(String).sort();
  return names.map((name) => readMessage(readFileSync(join(app.mailFolder, name), 'utf8')));
}

export const lastMail = (app: HttpApp): string => mails(app).at(-1)?.text ?? '';

/** The address that a mail asks to open. */
export const linkIn = (mail: string): URL => new URL(/https?:\/\/\S+/.exec(mail)?.[0] ?? 'about:blank');
export const tokenIn = (mail: string): string => linkIn(mail).searchParams.get('token') ?? '';
