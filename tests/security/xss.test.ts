import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CommentHead } from '@/components/comments/comment-head';
import { cleanDisplayName } from '@/src/accounts';
import { cleanText, renderComment } from '@/src/comments';
import { type PaperId, renderPaper } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { executableParts } from './executable';
import { FAMILIES, XSS_PAYLOADS } from './xss-payloads';

const known = { handles: new Set(['ada']), personPath: (handle: string) => `/people/${handle}` };
const comment = (body: string): string => renderComment(cleanText(body), known).html;

test('the corpus has at least 200 payloads, and each could act', () => {
  expect(XSS_PAYLOADS.length).toBeGreaterThanOrEqual(200);
  for (const payload of XSS_PAYLOADS) expect(payload.trim()).not.toBe('');
});

describe.each(FAMILIES)('$trick', ({ payloads }) => {
  test.each(payloads)('a comment: %j', (payload) => {
    expect(executableParts(comment(payload))).toEqual([]);
    // Within a sentence, a link, emphasis and a table it may be read otherwise.
    for (const around of [
      `a ${payload} b`,
      `**${payload}**`,
      `[${payload}](https://a.example)`,
      `|${payload}|\n|-|\n|${payload}|`,
    ]) {
      expect(executableParts(comment(around))).toEqual([]);
    }
  });

  test.each(payloads)('a paper: %j', (payload) => {
    const text = { title: payload, abstract: `${payload}\n\nAnd ${payload}.`, authors: [payload], comment: payload };
    const rendered = renderPaper({ ...text, codeUrl: payload, projectUrl: payload });
    for (const html of [rendered.titleHtml, rendered.abstractHtml, rendered.commentHtml ?? '']) {
      expect(executableParts(html)).toEqual([]);
    }
    for (const url of [rendered.codeUrl, rendered.projectUrl]) if (url) expect(url).toMatch(/^https?:\/\//);
    for (const key of rendered.authorKeys) expect(key).toMatch(/^[\p{L}\p{N}-]*$/u);
  });

  test.each(payloads)('a name: %j', (payload) => {
    const name = cleanDisplayName(payload);
    expect(markupOf(shownAs(name))).toEqual(markupOf(shownAs(name === '' ? '' : 'Ada')));
  });
});

/** A comment's head, in which the name stands. */
function shownAs(displayName: string): string {
  const author = { id: '0'.repeat(24), handle: 'ada', displayName, role: 'member' as const };
  const text = { body: '', bodyHtml: '', createdAt: new Date('2026-11-20T08:00:00Z'), editedAt: null };
  const place = { id: '1'.repeat(24), paperId: '2401.01234' as PaperId, parentId: null, state: 'shown' as const };
  return renderToStaticMarkup(CommentHead({ comment: { author, ...text, ...place }, today: '2026-11-20' as UtcDay }));
}

/** The tags of a page with all that is in them; what stands between them is text. */
const markupOf = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

describe('the check finds', () => {
  test.each([
    '<img src=x onerror=xss()>',
    '<p onclick="xss()">x</p>',
    '<a href="javascript:xss()">x</a>',
    '<a href="//evil.example">x</a>',
    '<span style="background:url(x)">x</span>',
    '<script>xss()</script>',
    '<svg onload="xss()"></svg>',
    '<p>x</p><iframe',
  ])('%s', (html) => {
    expect(executableParts(html)).not.toEqual([]);
  });
});
