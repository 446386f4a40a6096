import { z } from 'zod';
import { combinationFaults } from './env-combinations';

// The only reader of process.env. A row a variable: its schema, its default and the sentence of README's table.
const expectedPort = { error: 'expected a port from 0 to 65535' };
const PORT = z.coerce.number(expectedPort).int(expectedPort).min(0, expectedPort).max(65_535, expectedPort);
const flag = z.enum(['on', 'off']);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const publicAddress = url.refine(
  (value) => {
    const { username, password, pathname, search, hash } = new URL(value);
    return username === '' && password === '' && pathname === '/' && search === '' && hash === '';
  },
  { message: 'expected scheme, host and port only, without a path, credentials or query' },
);
const categoryList = z.string().transform((value, context) => {
  const codes = value
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);
  const bad = codes.find((code) => !/^[a-z][a-z-]*(\.[A-Za-z-]+)?$/.test(code));
  if (bad !== undefined || codes.length === 0) {
    context.addIssue({
      code: 'custom',
      message: 'expected arXiv category codes, parted by commas, such as cs.CL,cs.LG',
    });
    return z.NEVER;
  }
  return [...new Set(codes)];
});

const credential = z.string().min(1).max(500).optional();
const mailbox = z
  .string()
  .max(320)
  .regex(/^(?:[^<>"@,;:\p{C}]* )?<[^\s<>@,;]+@[^\s<>@,;]+>$|^[^\s<>@,;]+@[^\s<>@,;]+$/u, {
    message: 'expected an address or `Name <address>`',
  });
const addressList = z.string().transform((value, context) => {
  const addresses = value
    .split(',')
    .map((address) => address.trim().toLowerCase())
    .filter(Boolean);
  if (addresses.every((address) => z.email().safeParse(address).success)) return [...new Set(addresses)];
  context.addIssue({ code: 'custom', message: 'expected e-mail addresses, parted by commas' });
  return z.NEVER;
});

type Variable = { schema: z.ZodType; default?: string; about: string };

export const VARIABLES = {
  PORT: { schema: PORT, default: '3000', about: 'Port to listen on; 0 takes any free one.' },
  HOST: {
    schema: z.string().min(1),
    default: '127.0.0.1',
    about: 'Address to listen on. `0.0.0.0` opens it to the network.',
  },
  BASE_URL: {
    schema: publicAddress.optional(),
    about: 'Public address of the instance, such as `https://papers.example.org`. Default: `http://HOST:PORT`.',
  },
  DATA_DIR: {
    schema: z.string().min(1),
    default: '.data',
    about: 'Folder for the embedded database, secrets and caches.',
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    about: 'A PostgreSQL 15 or newer to use instead of the embedded one.',
  },
  SITE_NAME: {
    schema: z.string().min(1).max(60),
    default: 'Broadsheet',
    about: 'Name in the masthead and page titles.',
  },
  ARXIV_CATEGORIES: {
    schema: categoryList,
    default: 'cs.AI,cs.CL,cs.CV,cs.LG',
    about: 'arXiv categories that the instance carries.',
  },
  ARXIV_OAI_URL: {
    schema: url,
    default: 'https://oaipmh.arxiv.org/oai',
    about: 'OAI-PMH endpoint for the daily harvest.',
  },
  ARXIV_API_URL: { schema: url, default: 'https://export.arxiv.org/api/query', about: 'Atom API for single papers.' },
  ARXIV_FEED_URL: { schema: url, default: 'https://rss.arxiv.org', about: 'Announcement feeds (`/rss/…`, `/atom/…`).' },
  HUB_URL: {
    schema: url,
    default: 'https://huggingface.co',
    about: 'Hub whose daily list gives picks and outside votes.',
  },
  HUB_PICKS: { schema: flag, default: 'on', about: '`off` leaves the Hub alone.' },
  INTEREST: {
    schema: flag,
    default: 'on',
    about: '`off`: papers without a vote stand by date, not by how much they may be wanted.',
  },
  CONTACT: {
    schema: z.string().min(3).max(200).optional(),
    about: 'E-mail address or URL put into the User-Agent, so that a source can reach you.',
  },
  CRON_SECRET: {
    schema: z.string().min(16, 'expected at least 16 characters').optional(),
    about: 'Bearer secret for `/api/jobs/*`. Default: made and kept in `DATA_DIR` on first start.',
  },
  SCHEDULER: { schema: flag, default: 'on', about: '`off` when an outside cron calls `/api/jobs/*`.' },
  TRUST_PROXY: {
    schema: z.coerce.number().int().min(0).max(10),
    default: '0',
    about: 'How many reverse proxies of yours stand in front; each must append to `X-Forwarded-For`.',
  },
  API_PER_MINUTE: {
    schema: z.coerce.number().int().min(10).max(1_000_000),
    default: '1200',
    about: 'Calls of the API that one client may make in a minute.',
  },
  WEBHOOK_PRIVATE: {
    schema: flag,
    default: 'off',
    about:
      '`on` lets webhooks call addresses in private networks, as a lab’s own tools are. Everybody with an account can then reach them.',
  },
  AUTH_SECRET: {
    schema: z.string().min(32, 'expected at least 32 characters').optional(),
    about: 'Signs sessions and sign-in links. Default: made and kept in `DATA_DIR` on first start.',
  },
  ADMIN_EMAILS: {
    schema: addressList,
    default: '',
    about: 'Addresses of the administrators, parted by commas. Where empty the first account becomes one.',
  },
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    about: 'Mail server, such as `smtps://user:password@mail.example.org`. Default: a mailbox at `/dev/mail`.',
  },
  MAIL_FROM: {
    schema: mailbox.optional(),
    about: 'Sender of all mail, such as `Broadsheet <papers@example.org>`. Needed with `SMTP_URL`.',
  },
  MAIL_EVENTS_SECRET: {
    schema: z.string().min(16, 'expected at least 16 characters').optional(),
    about: 'Lets your mail provider report bounces and complaints to `/api/mail/events`. Unset: closed.',
  },
  MAIL_RATE: {
    schema: z.coerce.number().min(0).max(10_000),
    default: '20',
    about: 'Digests a second at most, of all processes together; 0 sets no limit. Your provider says what it takes.',
  },
  MAIL_CONNECTIONS: {
    schema: z.coerce.number().int().min(1).max(50),
    default: '10',
    about: 'Connections to the mail server a process keeps while it sends digests.',
  },
  MAIL_UNSUBSCRIBE: {
    schema: z.email().optional(),
    about: 'Mailbox that somebody reads, named beside the one-click link for mail programs that unsubscribe by mail.',
  },
  DKIM_DOMAIN: {
    schema: z
      .string()
      .regex(/^[a-z0-9.-]+\.[a-z0-9-]+$/i, 'expected a domain such as example.org')
      .optional(),
    about: 'Domain that signs digests, where the mail server does not. With `DKIM_SELECTOR` and `DKIM_PRIVATE_KEY`.',
  },
  DKIM_SELECTOR: {
    schema: z
      .string()
      .regex(/^[a-z0-9._-]+$/i, 'expected letters, digits and hyphens')
      .optional(),
    about: 'Name of the key in the DNS: `<selector>._domainkey.<domain>`.',
  },
  DKIM_PRIVATE_KEY: {
    schema: z
      .string()
      .transform((value) => value.replaceAll('\\n', '\n').trim())
      .refine((value) => /^-----BEGIN (?:RSA )?PRIVATE KEY-----/.test(value), 'expected an RSA key in PEM')
      .optional(),
    about: 'RSA key in PEM; line ends may be written as `\\n`.',
  },
  DIGEST_WARNINGS: {
    schema: flag,
    default: 'on',
    about: 'Mails `ADMIN_EMAILS` when an edition is more than an hour late or more than 5 % of it fail.',
  },
  GITHUB_CLIENT_ID: { schema: credential, about: 'With `GITHUB_CLIENT_SECRET`: sign-in with GitHub.' },
  GITHUB_CLIENT_SECRET: { schema: credential, about: 'See `GITHUB_CLIENT_ID`.' },
  GOOGLE_CLIENT_ID: { schema: credential, about: 'With `GOOGLE_CLIENT_SECRET`: sign-in with Google.' },
  GOOGLE_CLIENT_SECRET: { schema: credential, about: 'See `GOOGLE_CLIENT_ID`.' },
  ORCID_CLIENT_ID: { schema: credential, about: 'With `ORCID_CLIENT_SECRET`: sign-in with ORCID.' },
  ORCID_CLIENT_SECRET: { schema: credential, about: 'See `ORCID_CLIENT_ID`.' },
  OIDC_ISSUER: {
    schema: url.optional(),
    about: 'Any OpenID Connect provider, such as `https://login.example.org`; its discovery document is read.',
  },
  OIDC_CLIENT_ID: { schema: credential, about: 'Client at `OIDC_ISSUER`.' },
  OIDC_CLIENT_SECRET: { schema: credential, about: 'Secret of that client.' },
  OIDC_NAME: {
    schema: z.string().min(1).max(40),
    default: 'single sign-on',
    about: 'What the button for `OIDC_ISSUER` calls it.',
  },
  PAGE_CACHE_MB: {
    schema: z.coerce.number().int().min(0).max(16_384),
    default: '64',
    about: 'Memory for finished pages, in megabytes; 0 keeps none.',
  },
  SEARCH_BACKEND: {
    schema: z.enum(['memory', 'postgres']),
    default: 'memory',
    about: '`memory` searches an index in memory; `postgres` the database alone, for instances too large for that.',
  },
  EMBEDDER: {
    schema: z.enum(['built-in', 'openai', 'onnx']),
    default: 'built-in',
    about:
      'What searching by meaning uses: the model that comes along, an endpoint that speaks OpenAI’s API, or an ONNX model on disk.',
  },
  EMBEDDINGS_URL: {
    schema: url.optional(),
    about:
      'With `EMBEDDER=openai`: base address, such as `https://models.example.org/v1`. Titles and abstracts are sent there.',
  },
  EMBEDDINGS_KEY: { schema: credential, about: 'Key for `EMBEDDINGS_URL`, where it wants one.' },
  EMBEDDINGS_MODEL: {
    schema: z.string().min(1).max(300).optional(),
    about:
      'Name of the model at `EMBEDDINGS_URL`, or the folder of the ONNX model (`config.json`, `tokenizer.json`, `onnx/model.onnx`).',
  },
  EMBEDDINGS_DIMENSIONS: {
    schema: z.coerce.number().int().min(8).max(4_000).optional(),
    about: 'How many numbers the model’s vectors have.',
  },
  EMBEDDINGS_POOLING: {
    schema: z.enum(['mean', 'cls']),
    default: 'mean',
    about: 'With `EMBEDDER=onnx`: how the model’s outputs become one vector; its card says which.',
  },
  EMBEDDINGS_PAPER_PREFIX: {
    schema: z.string().max(200),
    default: '',
    about: 'Put before papers, for models that want it, such as `passage: `.',
  },
  EMBEDDINGS_QUESTION_PREFIX: {
    schema: z.string().max(500),
    default: '',
    about: 'Put before questions, such as `query: `.',
  },
  COMMENTS: {
    schema: z.enum(['on', 'members', 'off']),
    default: 'on',
    about: 'Discussion of papers: `on` lets everybody read and members write, `members` shows it to members only.',
  },
  SUBMIT_MAX_AGE_DAYS: {
    schema: z.coerce.number().int().min(1).max(36_500),
    default: '14',
    about: 'How old a paper that a member submits may be, in days since its first version; moderators are exempt.',
  },
  SUBMIT_DAILY_CAP: {
    schema: z.coerce.number().int().min(0).max(1_000),
    default: '5',
    about: 'How many papers a person may submit within a day.',
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error']),
    default: 'info',
    about: 'Least severe message that is logged.',
  },
} as const satisfies Record<string, Variable>;

type Table = typeof VARIABLES;
export type Env = { [Name in keyof Table]: z.output<Table[Name]['schema']> };

/** What the operator must mend before a start, one sentence a fault. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/** The rows of README's and `.env.example`'s table, in order. */
export const envTable = (): { name: string; default: string | undefined; about: string }[] =>
  Object.entries<Variable>(VARIABLES).map(([name, row]) => ({ name, default: row.default, about: row.about }));

// A fault is printed and logged; what it quotes must not be a secret.
const quoted = (name: string, text: string | undefined): string =>
  /SECRET|PASSWORD|_KEY|DATABASE_URL|SMTP_URL/.test(name) ? '' : ` ${JSON.stringify(text)}`;

/**
 * Reads and checks the environment. Throws `EnvError` with a sentence for every variable or combination at fault.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, row] of Object.entries<Variable>(VARIABLES)) {
    const given = source[name];
    const text = given === undefined || given === '' ? row.default : given;
    const parsed = row.schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(`${name}${quoted(name, text)}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}.`);
  }
  if (faults.length === 0) faults.push(...combinationFaults(values as Env));
  if (faults.length > 0) throw new EnvError(faults.join('\n'));
  return values as Env;
}

let current: Env | undefined;

/** The process's environment, read once. */
export const env = (): Env => {
  current ??= readEnv();
  return current;
};

/**
 * Hands values that the launcher finds out (the embedded database's address, the secrets that it keeps) on to the
 * application in the same process. The one write to process.env.
 */
export function setEnv(values: Partial<Record<keyof Table | 'NODE_ENV', string>>): void {
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1' }, values);
  current = undefined;
}

/** Reads `.env` where there is one. What the shell sets counts for more. */
export function loadEnvFile(path = '.env'): void {
  try {
    process.loadEnvFile(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** In `npm run dev`. Next replaces this by a constant when it builds. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development';

/** All of it, for a Node of ours that does a part of our work. */
export const wholeEnvironment = (): Record<string, string> => systemVariables(Object.keys(process.env));

/** Variables of the system itself, handed on to programs that must not see the rest of our environment. */
export const systemVariables = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
