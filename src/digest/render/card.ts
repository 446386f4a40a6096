import { escapeHtml } from '@/src/mail';
import { extract } from '@/src/papers';
import { categoryName } from '@/src/shared';
import { plainLine, shortened } from '../plain-line';
import type { Story } from '../story';
import { ACCENT, INK, QUIET, RULE, SANS, SERIF } from './look';
import { wrap } from './wrap';

/** One paper, rendered once for all mails that hold it. */
export type MailCard = {
  id: string;
  titleText: string;
  html: string;
  text: string;
  /** Size of `html` in UTF-8. */
  bytes: number;
  /** Without the extract, for mails that would be too long. */
  brief: { html: string; text: string; bytes: number };
};

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

const LONGEST_TITLE = 240;
const LONGEST_EXTRACT = 360;
const LONGEST_BYLINE = 160;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function byline({ authors, authorCount }: Story): string {
  const names = shortened(authors.map(plainLine).filter(Boolean).join(', '), LONGEST_BYLINE);
  const more = authorCount - authors.length;
  return more > 0 ? `${names} and ${more} more` : names;
}

/** Renders a paper as a row of the mail's table, and as lines of its plain part. */
export function mailCard(story: Story): MailCard {
  const title = shortened(plainLine(story.titleText), LONGEST_TITLE) || 'Untitled';
  const summary = shortened(extract(plainLine(story.abstractText)), LONGEST_EXTRACT);
  const html = htmlOf(story, title, summary);
  const brief = htmlOf(story, title, '');
  return {
    id: story.id,
    titleText: title,
    html,
    text: textOf(story, title, summary),
    bytes: sizeOf(html),
    brief: { html: brief, text: textOf(story, title, ''), bytes: sizeOf(brief) },
  };
}

const LINK = `color:${QUIET}`;

function htmlOf(story: Story, title: string, summary: string): string {
  const href = {
    page: escapeHtml(story.links.page),
    abstract: escapeHtml(story.links.abstract),
    pdf: escapeHtml(story.links.pdf),
  };
  const links = [
    `<b class="a" style="color:${ACCENT}">${counted(story.votes, 'vote')}</b>`,
    `<a href="${href.page}#comments" style="${LINK}">${counted(story.comments, 'comment')}</a>`,
    `<a href="${href.abstract}" style="${LINK}">Abstract</a>`,
    `<a href="${href.pdf}" style="${LINK}">PDF</a>`,
  ].join(' &nbsp;·&nbsp; ');
  const who = byline(story);
  const category = story.primaryCategory === '' ? '' : categoryName(story.primaryCategory);
  const meta = [who, category].filter((part) => part !== '').map(escapeHtml);
  return [
    `<tr><td class="r" style="padding:20px 0;border-top:1px solid ${RULE}">`,
    `<h2 class="i" style="margin:0 0 5px;font:bold 20px/1.3 ${SERIF};color:${INK}"><a href="${href.page}" style="color:${INK};text-decoration:none">${escapeHtml(title)}</a></h2>`,
    meta.length === 0
      ? ''
      : `<p class="q" style="margin:0 0 8px;font:14px/1.45 ${SANS};color:${QUIET}">${meta.join(' &nbsp;·&nbsp; ')}</p>`,
    summary === ''
      ? ''
      : `<p class="i" style="margin:0 0 9px;font:16px/1.5 ${SERIF};color:${INK}">${escapeHtml(summary)}</p>`,
    `<p class="q" style="margin:0;font:14px/1.45 ${SANS};color:${QUIET}">${links}</p>`,
    '</td></tr>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function textOf(story: Story, title: string, summary: string): string {
  const who = byline(story);
  const lines = [
    ...wrap(`* ${title}`, '  '),
    ...(who === '' ? [] : wrap(`  ${who}`, '  ')),
    ...(summary === '' ? [] : ['', ...wrap(`  ${summary}`, '  ')]),
    '',
    `  ${counted(story.votes, 'vote')}, ${counted(story.comments, 'comment')}`,
    `  ${story.links.page}`,
    `  Abstract ${story.links.abstract}`,
    `  PDF ${story.links.pdf}`,
  ];
  return `${lines.join('\n')}\n`;
}
