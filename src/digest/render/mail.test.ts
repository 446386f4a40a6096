import { describe, expect, test } from 'vitest';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { messageId } from '../edition';
import type { Story } from '../story';
import { subjectOf } from '../subject';
import { mailCard } from './card';
import { fittingCards, mailFrame } from './mail';

const edition = { kind: 'daily', day: '2026-05-29' as UtcDay } as const;
const site = { name: 'Broadsheet', baseUrl: 'https://papers.example.org' };

const story = (over: Partial<Story> = {}): Story => ({
  id: '2605.00001' as PaperId,
  titleText: 'Bounding ∑ᵢ xᵢ² with ℓ₁ looms',
  abstractText:
    'We weave, e.g. as in Fig. 2 of Quill et al. (2024), with 3.5 looms a room. It holds. A third sentence is left out.',
  authors: ['Ada Quill', 'Emil Šťastný'],
  authorCount: 7,
  primaryCategory: 'cs.CL',
  votes: 12,
  comments: 1,
  links: {
    page: 'https://papers.example.org/papers/2605.00001',
    abstract: 'https://arxiv.org/abs/2605.00001',
    pdf: 'https://arxiv.org/pdf/2605.00001',
  },
  ...over,
});

const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>\r\nBcc: all@example.org\u202egpj.exe\u0000';

describe('a card', () => {
  test('tells title, authors, two sentences, votes, comments and three links, in both parts', () => {
    const { html, text } = mailCard(story());
    for (const part of [html, text]) {
      expect(part).toContain('Bounding ∑ᵢ xᵢ² with ℓ₁ looms');
      expect(part).toContain('Ada Quill, Emil Šťastný and 5 more');
      expect(part.replace(/\s+/g, ' ')).toContain(
        'We weave, e.g. as in Fig. 2 of Quill et al. (2024), with 3.5 looms a room. It holds.',
      );
      expect(part).not.toContain('third sentence');
      expect(part).toContain('12 votes');
      expect(part).toContain('1 comment');
      for (const link of Object.values(story().links)) expect(part).toContain(link);
    }
    expect(html).toContain('Computation and Language');
  });

  test('what outsiders wrote is text and stays on its line', () => {
    const { html, text } = mailCard(
      story({
        titleText: EVIL,
        abstractText: EVIL,
        authors: [EVIL],
        links: { ...story().links, page: 'https://x/"><script>' },
      }),
    );
    expect(html).not.toMatch(/<(?:script|img)/);
    expect(html).not.toMatch(/="[^"]*"[^\s>/]/);
    for (const part of [html, text]) expect(part).not.toMatch(/[\u202e\0\r]/);
    expect(text).not.toMatch(/^Bcc/m);
  });

  test('lines of the plain part are short, but for links', () => {
    const { text } = mailCard(story({ abstractText: 'word '.repeat(300), authors: Array(4).fill('Ada Quill-Marsh') }));
    for (const line of text.split('\n')) if (!line.includes('https:')) expect(line.length).toBeLessThanOrEqual(76);
  });

  test('a paper without authors, category or abstract is still one', () => {
    const { html } = mailCard(story({ authors: [], authorCount: 0, primaryCategory: '', abstractText: '' }));
    expect(html).not.toContain('<p class="q" style="margin:0 0 8px');
    expect(html).toContain('Bounding');
  });
});

test('fifty long papers stay under what Gmail clips, the first in full', () => {
  const long = story({ titleText: '数学 & ∑ '.repeat(60), abstractText: `${'Längere Sätze '.repeat(200)}.` });
  const cards = Array.from({ length: 50 }, () => mailCard(long));
  const frame = mailFrame(site, edition);
  const around = [frame.top, frame.intro({ shown: 50, matching: 900 }), frame.beforeLinks, frame.end];
  const frameBytes = around.reduce((sum, { html }) => sum + Buffer.byteLength(html), 600);
  const fitting = fittingCards(cards, frameBytes);
  const bytes = fitting.reduce((sum, { html }) => sum + Buffer.byteLength(html), frameBytes);
  expect(fitting).toHaveLength(50);
  expect(bytes).toBeLessThan(100_000);
  expect(bytes).toBeGreaterThan(60_000);
  expect(fitting[0]).toBe(cards[0]);
});

test('fifty ordinary papers are all told in full', () => {
  const cards = Array.from({ length: 50 }, () => mailCard(story({ abstractText: 'Some words are here. '.repeat(20) })));
  expect(fittingCards(cards, 4_000)).toEqual(cards);
});

describe('a subject', () => {
  test('names the day, the first paper and how many more', () => {
    expect(subjectOf(edition, ['Looms at scale', 'b', 'c'])).toBe('Friday, 29 May: Looms at scale and 2 more');
    expect(subjectOf({ ...edition, kind: 'weekly' }, ['Looms at scale'])).toBe('The week to 29 May: Looms at scale');
  });

  test('is one line of what can be seen, however long and strange the title', () => {
    const subject = subjectOf(edition, [`${EVIL} ${'word '.repeat(100)}`]);
    expect(subject).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect([...subject].length).toBeLessThan(140);
  });
});

test('the edition’s pieces link to its page, the reader’s own to his', () => {
  const frame = mailFrame({ ...site, name: 'A <b> & Co' }, { ...edition, kind: 'weekly' });
  expect(frame.top.html).toContain('https://papers.example.org/digest/weekly/2026-05-29');
  expect(frame.top.html).toContain('A &lt;b&gt; &amp; Co');
  const links = frame.links({ manage: 'https://x/m', unsubscribe: 'https://x/u' });
  for (const part of [links.html, links.text]) expect(part).toMatch(/https:\/\/x\/m[\s\S]*https:\/\/x\/u/);
});

test('a message’s id is the same however often it is sent', () => {
  const id = () => messageId(edition, 'a'.repeat(24), 'papers.example.org');
  expect(id()).toBe(id());
  expect(id()).toBe(`<daily.2026-05-29.${'a'.repeat(24)}@papers.example.org>`);
});
