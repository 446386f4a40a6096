import type { Page } from '@playwright/test';
import { commentStore } from '@/lib/db/comments-store';
import { cleanDisplayName } from '@/src/accounts';
import { postComment } from '@/src/comments';
import { type PaperId, renderPaper } from '@/src/papers';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, type PaperRow, storePapers } from '@/tests/factories/paper';
import { XSS_PAYLOADS } from '@/tests/security/xss-payloads';
import { expect, type Instance, test } from './instance';

const DAY = '2026-02-03';
const PAPERS = 40;
const PIECE = Math.ceil(XSS_PAYLOADS.length / PAPERS);

declare global {
  interface Window {
    xss: () => void;
    ran?: boolean;
  }
}

// The fixture fails the test on any violation of the content security policy: the policy must not be what saves us.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.xss = () => {
      window.ran = true;
    };
  });
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
});

// PostgreSQL takes neither; sources are freed of them before anything is stored.
const storable = (text: string): string => text.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '');

/** A paper whose every text is a payload, and which the next payloads are said about. */
function hostilePaper(index: number): PaperRow {
  const at = (n: number): string => storable(XSS_PAYLOADS[(index * PIECE + n) % XSS_PAYLOADS.length] ?? '');
  const [title, abstract, name, comment] = [at(0), `${at(1)} and ${at(2)}\n\n${at(3)}`, at(4), at(5)];
  const rendered = renderPaper({ title, abstract, authors: [name], comment, codeUrl: at(6), projectUrl: at(7) });
  return aPaper({
    ...{ title, title_html: rendered.titleHtml, title_text: rendered.titleText },
    ...{ abstract, abstract_html: rendered.abstractHtml, abstract_text: rendered.abstractText },
    ...{ authors: rendered.authors, author_keys: rendered.authorKeys, comment },
    ...{ comment_html: rendered.commentHtml ?? null, code_url: rendered.codeUrl ?? null },
    project_url: rendered.projectUrl ?? null,
  });
}

/** Stores every payload as a comment, a name, a title, an abstract and a reason; the paths that show them. */
async function plant({ sql, person }: Instance): Promise<string[]> {
  const papers = Array.from({ length: PAPERS }, (_, index) => hostilePaper(index));
  await storePapers(sql, papers);
  await storeListings(
    sql,
    papers.map(({ id }) => aListing({ paper_id: id, day: DAY })),
  );
  const store = { ...commentStore(sql), limit: async () => ({ allowed: true as const }) };
  const now = new Date();
  const paths: string[] = [];
  for (const [index, payload] of XSS_PAYLOADS.entries()) {
    const { id: paperId } = papers[Math.floor(index / PIECE)] as PaperRow;
    const { id, handle } = await person();
    const displayName = cleanDisplayName(payload).slice(0, 60);
    await sql`UPDATE users SET display_name = ${displayName} WHERE id = ${id}`;
    const createdAt = new Date('2026-01-01T00:00:00Z');
    const viewer = {
      id,
      handle,
      displayName,
      role: 'member',
      createdAt,
      via: 'session',
      scopes: ['read', 'write'],
    } as const;
    const input = { paperId: paperId as PaperId, parentId: null, body: `${payload}\n\n${payload} ${payload}` };
    const posted = await postComment(store, { viewer, mode: 'on', input, now });
    if (!posted.ok) throw new Error(`${JSON.stringify(payload)}: ${posted.refusal.message}`);
    if (index % 10 === 0) paths.push(`/people/${handle}`, `/papers/${paperId}/comments/${posted.value.id}`);
    if (index % 4 === 0) {
      const reason = storable(payload).slice(0, 300) || 'x';
      await sql`
        INSERT INTO moderation_log (action, automatic, subject_kind, subject_id, reason)
        VALUES ('hide', true, 'comment', ${posted.value.id}, ${reason})`;
    }
  }
  const lists = [
    `/papers/date/${DAY}`,
    `/papers/date/${DAY}?page=2`,
    '/papers/trending',
    '/moderation',
    '/moderation?page=2',
  ];
  return [...papers.map(({ id }) => `/papers/${id}`), ...lists, ...paths];
}

/** Whatever waits for a pointer or the keyboard gets it. */
const provoke = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name) || /^\s*(javascript|vbscript|data):/i.test(value))
          found.push(element.outerHTML.slice(0, 200));
      }
      for (const name of ['mouseover', 'mouseenter', 'pointerenter', 'focus', 'animationstart', 'toggle', 'begin']) {
        element.dispatchEvent(new Event(name, { bubbles: true }));
      }
    }
    return found;
  });

test('nothing that people or sources send runs on any page', async ({ page, context, instance }) => {
  test.setTimeout(240_000);
  const paths = await plant(instance);
  const admin = await instance.person('admin');
  await instance.signIn(context, admin);
  for (const path of [...paths, '/admin/people', '/admin/log']) {
    await page.goto(path);
    expect(await provoke(page), path).toEqual([]);
    expect(await page.evaluate(() => window.ran), path).toBeUndefined();
  }
});

test('nothing runs in a preview, which a script puts into the page', async ({ page, context, instance }) => {
  test.setTimeout(240_000);
  const paper = aPaper();
  await storePapers(instance.sql, [paper]);
  await instance.signIn(context, await instance.person());
  await page.goto(`/papers/${paper.id}`);
  // Many at a time, because previews have a pace; what one of them opens another must not be able to use.
  for (let at = 0; at < XSS_PAYLOADS.length; at += 20) {
    const body = XSS_PAYLOADS.slice(at, at + 20).join('\n\n');
    await page.getByLabel('Your comment').fill(body);
    const answered = page.waitForResponse('**/comments/preview');
    await page.getByRole('button', { name: 'Preview' }).click();
    await answered;
    await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
    expect(await provoke(page)).toEqual([]);
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
  }
});

test.describe('the check', () => {
  // The policy stops what was planted, and says so.
  test.use({ expected: [/Content Security Policy/] });

  test('is awake', async ({ page, instance }) => {
    const paper = aPaper({ abstract_html: '<p onmouseover="xss()">Planted</p>' });
    await storePapers(instance.sql, [paper]);
    await page.goto(`/papers/${paper.id}`);
    expect(await page.evaluate(() => document.querySelector('p[onmouseover]')?.textContent)).toBe('Planted');
    expect((await provoke(page)).length).toBe(1);
  });
});
