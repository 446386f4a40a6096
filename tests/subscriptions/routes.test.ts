import { existsSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { digestLinks } from '@/lib/digest/links';
import { ask, Browser, FORM, mails } from '@/tests/accounts/browser';
import { type HttpApp, startHttpApp } from '@/tests/accounts/http-app';
import { addPerson } from '@/tests/votes/people';
import { cookieHeader, openSession } from '@/tests/votes/session';

const secret = 'a secret for tests, and long enough to be one';
const eventsSecret = 'another-secret-for-tests';
const EVIL = '<b>Win now</b> http://evil.example';
const ORIGINS: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, {}];

let app: HttpApp;
beforeAll(async () => {
  app = await startHttpApp({ AUTH_SECRET: secret, MAIL_EVENTS_SECRET: eventsSecret, ARXIV_CATEGORIES: 'cs.AI,cs.CL' });
});
afterAll(() => app.close());
// Quicker than to truncate every table there is.
beforeEach(async () => {
  for (const table of ['subscribers', 'suppressions', 'users', 'rate_limits']) await sql()`DELETE FROM ${sql()(table)}`;
});

const sql = () => app.database.sql;
const state = async (): Promise<string> =>
  JSON.stringify([
    await sql()`SELECT * FROM subscribers ORDER BY id`,
    await sql()`SELECT * FROM subscriber_tokens ORDER BY hash`,
    await sql()`SELECT * FROM suppressions ORDER BY email_key`,
  ]);
const mailsTo = (address: string): string[] =>
  existsSync(app.mailFolder) ? mails(app).flatMap(({ to, text }) => (to === address ? [text] : [])) : [];
/** Mail goes out after the answer. */
const mailTo = (address: string, count = 1): Promise<string> =>
  vi.waitFor(() => {
    const found = mailsTo(address);
    expect(found).toHaveLength(count);
    return found.at(-1) ?? '';
  });
const pathIn = (mail: string): URL => new URL(/https?:\/\/\S+/.exec(mail)?.[0] ?? '');

let made = 0;
const newAddress = (): string => `reader-${++made}@example.org`;

type Subscribed = { email: string; id: string; page: string; leave: string };
async function subscribed(fields: Record<string, string> = {}): Promise<Subscribed> {
  const [email, browser] = [newAddress(), new Browser(app)];
  await browser.post('/subscribe/request', { email, ...fields });
  const token = pathIn(await mailTo(email)).searchParams.get('token') ?? '';
  const confirmed = await browser.post('/subscribe/confirm', { token });
  const [row] = await sql()<{ id: string }[]>`SELECT id FROM subscribers WHERE email = ${email}`;
  const leave = new URL(digestLinks(app.origin, secret).unsubscribe(row?.id ?? '')).pathname;
  return { email, id: row?.id ?? '', page: String(confirmed.headers['location']).split('?')[0] ?? '', leave };
}
const statusOf = async (id: string): Promise<string | undefined> =>
  (await sql()<{ status: string }[]>`SELECT status FROM subscribers WHERE id = ${id}`)[0]?.status;

describe('asking', () => {
  test('mails one link, with nothing in the mail that somebody typed but the address it goes to', async () => {
    const email = newAddress();
    const asked = await new Browser(app).post('/subscribe/request', { email, include: EVIL, cadence: 'weekly' });
    expect([asked.status, asked.headers['location']]).toEqual([303, '/subscribe/check']);
    const mail = await mailTo(email);
    expect(mail).not.toMatch(/Win now|evil/);
    expect(mail.match(/https?:\/\//g)).toHaveLength(1);
    expect(pathIn(mail).pathname).toBe('/subscribe/link');
  });

  test('gets the same answer for a new, a pending, a subscribed and a suppressed address', async () => {
    const { email } = await subscribed();
    const [pending, suppressed] = [newAddress(), newAddress()];
    await new Browser(app).post('/subscribe/request', { email: pending });
    await sql()`INSERT INTO suppressions (email_key, reason) VALUES (${suppressed}, 'complaint')`;
    const answers = [];
    for (const address of [newAddress(), pending, email, suppressed]) {
      const { status, headers, body } = await new Browser(app).post('/subscribe/request', { email: address });
      const { date: _, ...rest } = headers;
      answers.push(JSON.stringify([status, rest, body]).replaceAll(encodeURIComponent(address), 'ADDRESS'));
    }
    expect(new Set(answers).size).toBe(1);
    expect(await mailTo(email, 2)).toContain('subscribed already');
    await mailTo(pending, 2);
    expect(mailsTo(suppressed)).toEqual([]);
  });

  test('an address gets three mails a day, and is answered as before', async () => {
    const email = newAddress();
    const answers = [];
    for (let at = 0; at < 5; at += 1) answers.push(await new Browser(app).post('/subscribe/request', { email }));
    expect(new Set(answers.map(({ headers }) => headers['location']))).toEqual(new Set(['/subscribe/check']));
    await mailTo(email, 3);
    await mailTo(newAddressAsked(), 1);
    expect(mailsTo(email)).toHaveLength(3);
  });

  test('too many addresses from one place are refused', async () => {
    const locations = [];
    for (let at = 0; at < 31; at += 1)
      locations.push((await new Browser(app).post('/subscribe/request', { email: newAddress() })).headers['location']);
    expect(locations.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => '/subscribe/check'));
    expect(locations[30]).toBe('/subscribe?problem=1');
  });

  test('what cannot be taken leads back to the form, which remembers it', async () => {
    const browser = new Browser(app);
    const asked = await browser.post('/subscribe/request', { email: newAddress(), papers: '900', zone: 'EST' });
    expect(asked.headers['location']).toBe('/subscribe?problem=1');
    expect(decodeURIComponent(browser.jar.get('broadsheet.subscribe') ?? '')).toMatch(/papers=900.*problem=/);
    expect(await sql()`SELECT 1 FROM subscribers`).toHaveLength(0);
  });
});

const newAddressAsked = (): string => {
  const email = newAddress();
  void new Browser(app).post('/subscribe/request', { email });
  return email;
};

test('confirming takes what was chosen, and knows the account of the address', async () => {
  const person = await addPerson(sql());
  const email = newAddress();
  await sql()`UPDATE users SET email = ${email} WHERE id = ${person.id}`;
  made -= 1;
  const { id, page } = await subscribed({
    cadence: 'weekly',
    weekday: '3',
    guessedZone: 'Asia/Calcutta',
    papers: '15',
  });
  expect(page).toMatch(/^\/subscription\/[0-9a-f]{24}\.manage\.[\w-]{43}$/);
  expect(await sql()`SELECT status, cadence, weekday, zone, papers, user_id FROM subscribers WHERE id = ${id}`).toEqual(
    [{ status: 'active', cadence: 'weekly', weekday: 3, zone: 'Asia/Kolkata', papers: 15, user_id: person.id }],
  );
});

test('only hashes of mailed secrets are kept', async () => {
  const email = newAddress();
  await new Browser(app).post('/subscribe/request', { email });
  const token = pathIn(await mailTo(email)).searchParams.get('token') ?? '';
  expect(token).toHaveLength(43);
  expect(await state()).not.toContain(token);
});

test('the owner of an address can refuse all mail to it', async () => {
  const [email, browser] = [newAddress(), new Browser(app)];
  await browser.post('/subscribe/request', { email });
  const token = pathIn(await mailTo(email)).searchParams.get('token') ?? '';
  expect((await browser.post('/subscribe/refuse', { token })).headers['location']).toBe('/subscribe/link?done=refused');
  expect(await sql()`SELECT email_key, reason FROM suppressions`).toEqual([{ email_key: email, reason: 'manual' }]);
  expect(await sql()`SELECT 1 FROM subscribers`).toHaveLength(0);
});

describe('the page of a subscription', () => {
  test('changes, pauses, resumes, leaves, exports and erases', async () => {
    const { id, page, email } = await subscribed();
    const browser = new Browser(app);
    const go = async (deed: string, fields = {}) => (await browser.post(`${page}/${deed}`, fields)).headers['location'];
    expect(await go('save', { cadence: 'daily', papers: '7', category: 'cs.CL' })).toBe(`${page}?done=saved`);
    expect(await go('save', { papers: 'many' })).toBe(`${page}?problem=1`);
    expect(await sql()`SELECT cadence, papers, categories FROM subscribers WHERE id = ${id}`).toEqual([
      { cadence: 'daily', papers: 7, categories: ['cs.CL'] },
    ]);
    expect(await go('pause')).toBe(`${page}?done=paused`);
    expect(await statusOf(id)).toBe('paused');
    expect(await go('resume')).toBe(`${page}?done=resumed`);
    expect(await go('leave')).toBe(`${page}?done=left`);
    expect(await statusOf(id)).toBe('unsubscribed');
    const exported = await browser.post(`${page}/export`);
    expect(exported.headers['cache-control']).toContain('no-store');
    expect(JSON.parse(exported.body)).toMatchObject({ subscription: { email, status: 'unsubscribed' } });
    expect(await go('erase')).toBe(`${page}?problem=1`);
    expect(await go('erase', { sure: 'on' })).toBe('/subscribe?done=erased');
    expect(await statusOf(id)).toBeUndefined();
    expect(await go('pause')).toBe(`${page}?problem=1`);
  });

  test('opens by a mailed link too, for as long as that holds', async () => {
    const { id, email } = await subscribed();
    await new Browser(app).post('/subscribe/request', { email });
    const { pathname } = pathIn(await mailTo(email, 2));
    await new Browser(app).post(`${pathname}/pause`);
    expect(await statusOf(id)).toBe('paused');
    await sql()`UPDATE subscriber_tokens SET expires_at = now()`;
    await new Browser(app).post(`${pathname}/resume`);
    expect(await statusOf(id)).toBe('paused');
  });

  test.each(['save', 'pause', 'resume', 'erase', 'export'])('a link that only unsubscribes cannot %s', async (deed) => {
    const { leave } = await subscribed();
    const before = await state();
    const answer = await new Browser(app).post(leave.replace(/unsubscribe$/, deed), { sure: 'on' });
    expect(answer.status).toBe(303);
    expect(await state()).toBe(before);
  });
});

describe.each(['save', 'pause', 'resume', 'leave', 'erase', 'export'])('%s', (deed) => {
  test('from another site, with a link that nobody signed, or as no form, changes nothing', async () => {
    const { page } = await subscribed();
    const before = await state();
    for (const headers of ORIGINS) {
      const sent = { method: 'POST', headers: { ...FORM, ...headers }, body: 'sure=on' };
      expect((await ask(app.origin, `${page}/${deed}`, sent)).status).toBe(403);
    }
    const forged = page.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    for (const path of [
      forged,
      '/subscription/x',
      `/subscription/${'A'.repeat(43)}`,
      '/subscription/%00',
      '/subscription/%F0%9F',
    ])
      expect((await new Browser(app).post(`${path}/${deed}`, { sure: 'on' })).status).toBeLessThan(500);
    const json = { method: 'POST', headers: { origin: app.origin, 'content-type': 'application/json' }, body: '{}' };
    expect((await ask(app.origin, `${page}/${deed}`, json)).status).toBe(415);
    expect(await state()).toBe(before);
  });
});

describe.each(['/subscribe/request', '/subscribe/confirm', '/subscribe/refuse', '/settings/subscribe'])(
  '%s',
  (path) => {
    test('sent from another site changes nothing', async () => {
      const email = newAddress();
      await new Browser(app).post('/subscribe/request', { email });
      const token = pathIn(await mailTo(email)).searchParams.get('token') ?? '';
      const body = new URLSearchParams({ email: newAddress(), token }).toString();
      const before = await state();
      for (const headers of ORIGINS) {
        const sent = { method: 'POST', headers: { ...FORM, ...headers }, body };
        expect((await ask(app.origin, path, sent)).status).toBe(403);
      }
      expect(await state()).toBe(before);
    });
  },
);

describe('one click', () => {
  const post = (path: string, headers: Record<string, string> = {}, body = '') =>
    ask(app.origin, path, { method: 'POST', headers, body });

  test.each([
    ['as a form', FORM, 'List-Unsubscribe=One-Click'],
    [
      'in parts',
      { 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
    ['without a word', {}, ''],
  ])('%s unsubscribes at once, without an origin or a redirect, as often as it comes', async (_how, headers, body) => {
    const { id, leave } = await subscribed();
    for (let again = 0; again < 2; again += 1) {
      const answer = await post(leave, headers as Record<string, string>, body);
      expect([answer.status, answer.headers['location'], answer.cookies]).toEqual([200, undefined, []]);
      expect(await statusOf(id)).toBe('unsubscribed');
    }
  });

  test('is no mistake after everything was erased', async () => {
    const { id, leave } = await subscribed();
    await sql()`DELETE FROM subscribers WHERE id = ${id}`;
    expect((await post(leave)).status).toBe(200);
  });

  test('by a link that nobody signed changes nothing', async () => {
    const { id, leave } = await subscribed();
    const other = digestLinks(app.origin, 'a secret of somebody else, long enough').unsubscribe(id);
    expect((await post(new URL(other).pathname)).status).toBe(404);
    expect((await post(leave.replace('.unsubscribe.', '.manage.'))).status).toBe(404);
    expect(await statusOf(id)).toBe('active');
  });

  test('opened by a program that scans mail changes nothing', async () => {
    const { leave } = await subscribed();
    const before = await state();
    const opened = await ask(app.origin, leave);
    expect([opened.status, opened.headers['location']]).toEqual([303, `${leave.replace('/unsubscribe', '')}?leave=1`]);
    expect(await state()).toBe(before);
  });
});

describe('a signed-in reader', () => {
  const cookieOf = async (email: string): Promise<string> => {
    const { id } = await addPerson(sql());
    await sql()`UPDATE users SET email = ${email} WHERE id = ${id}`;
    return cookieHeader(await openSession(sql(), id, { url: app.origin, secret }));
  };
  const subscribe = (cookie: string) =>
    ask(app.origin, '/settings/subscribe', {
      method: 'POST',
      headers: { ...FORM, origin: app.origin, cookie },
      body: '',
    });

  test('is told his own address, and subscribes it without a mail', async () => {
    const cookie = await cookieOf('ada@example.org');
    expect(JSON.parse((await ask(app.origin, '/api/me', { headers: { cookie } })).body)).toMatchObject({
      email: 'ada@example.org',
    });
    expect((await subscribe(cookie)).headers['location']).toBe('/settings/digest');
    expect(await sql()`SELECT email, status FROM subscribers`).toEqual([
      { email: 'ada@example.org', status: 'active' },
    ]);
    expect(mailsTo('ada@example.org')).toEqual([]);
  });

  test('without an address cannot, and is told none', async () => {
    const cookie = await cookieOf('0000-0001@orcid.invalid');
    expect((await ask(app.origin, '/api/me', { headers: { cookie } })).body).not.toContain('invalid');
    expect((await subscribe(cookie)).headers['location']).toBe('/settings/digest?problem=no-address');
  });
});

describe('events of a mail provider', () => {
  const bearer = { authorization: `Bearer ${eventsSecret}` };
  const tell = (body: unknown, headers: Record<string, string> = bearer) =>
    ask(app.origin, '/api/mail/events', { method: 'POST', headers, body: JSON.stringify(body) });

  test('suppress who bounced for good, known here or not, with the same answer, once', async () => {
    const { email, id } = await subscribed();
    const bounce = (address: string) => ({ email: address, type: 'hard-bounce', detail: '550\nno such user' });
    const [known, unknown] = [await tell(bounce(email)), await tell(bounce('stranger@example.org'))];
    expect([known.status, known.body]).toEqual([200, '{"suppressed":1,"soft":0,"ignored":0}']);
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect((await tell([bounce(email), { email, type: 'soft-bounce' }])).body).toBe(
      '{"suppressed":1,"soft":1,"ignored":0}',
    );
    expect(await sql()`SELECT email_key, reason, detail FROM suppressions ORDER BY 1`).toEqual([
      { email_key: email, reason: 'hard-bounce', detail: '550 no such user' },
      { email_key: 'stranger@example.org', reason: 'hard-bounce', detail: '550 no such user' },
    ]);
    expect(await statusOf(id)).toBe('active');
  });

  test('take the secret as a password, as most providers can send it', async () => {
    const basic = Buffer.from(`any:${eventsSecret}`).toString('base64');
    expect((await tell([], { authorization: `Basic ${basic}` })).status).toBe(200);
  });

  test.each([
    ['nothing', {}],
    ['another secret', { authorization: 'Bearer wrong' }],
    ['another password', { authorization: `Basic ${Buffer.from('any:wrong').toString('base64')}` }],
    ['no base64', { authorization: 'Basic %%%' }],
  ])('from who shows %s are not taken', async (_what, headers) => {
    const before = await state();
    const answer = await tell({ email: 'ada@example.org', type: 'complaint' }, headers as Record<string, string>);
    expect(answer.status).toBe(401);
    expect(await state()).toBe(before);
  });

  test.each(['', 'x', {}, { email: 'a' }, [[[]]], 'null'])('%j is refused', async (body) => {
    expect((await tell(body)).status).toBe(400);
  });
});
