import { escapeHtml } from '@/src/mail';
import { dayInWords, type EditionKey, editionName, editionPath } from '../edition';
import type { MailCard } from './card';
import { ACCENT, INK, PAGE, QUIET, RULE, SANS, SERIF, SHEET, STYLE_SHEET } from './look';
import { wrap } from './wrap';

/** A piece of a mail as both of its parts hold it. */
export type Piece = { html: string; text: string };

/**
 * A mail in pieces. What comes before and after the reader's own papers and links is the same for the whole edition, so
 * that it can be encoded once.
 */
export type MailFrame = {
  top: Piece;
  /** What a reader's choice was made from. */
  intro(choice: { shown: number; matching: number }): Piece;
  beforeLinks: Piece;
  links(links: { manage: string; unsubscribe: string }): Piece;
  end: Piece;
};

type Site = { name: string; baseUrl: string };

/** What all mails of an edition have in common. */
export function mailFrame(site: Site, edition: EditionKey): MailFrame {
  const name = escapeHtml(site.name);
  const heading = edition.kind === 'daily' ? dayInWords(edition.day) : `The week to ${dayInWords(edition.day)}`;
  const online = `${site.baseUrl}${editionPath(edition)}`;
  const small = `margin:0 0 6px;font:13px/1.5 ${SANS};color:${QUIET}`;
  return {
    top: {
      html: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${name}: ${escapeHtml(editionName(edition))}</title>
<style>${STYLE_SHEET}</style></head>
<body class="b" style="margin:0;padding:0;background-color:${PAGE}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="b" style="background-color:${PAGE}"><tr><td align="center" style="padding:24px 8px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td class="s" style="padding:26px 36px 32px;background-color:${SHEET};border:1px solid ${RULE}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td class="i r" align="center" style="padding:0 0 10px;border-bottom:3px double ${RULE}"><h1 class="i" style="margin:0;font:bold 30px/1.2 ${SERIF};color:${INK}"><a href="${escapeHtml(site.baseUrl)}" style="color:${INK};text-decoration:none">${name}</a></h1></td></tr>
<tr><td class="q" align="center" style="padding:9px 0 16px;font:14px/1.5 ${SANS};color:${QUIET}">${escapeHtml(heading)} &nbsp;·&nbsp; <a href="${escapeHtml(online)}" style="color:${QUIET}">Read it in the browser</a></td></tr>
`,
      text: `${site.name}\n${heading}\n\nIn the browser: ${online}\n\n`,
    },
    intro: ({ shown, matching }) => {
      const sentence = introSentence(shown, matching);
      return {
        html: `<tr><td class="i" style="padding:0 0 18px;font:italic 16px/1.5 ${SERIF};color:${INK}">${escapeHtml(sentence)}</td></tr>\n`,
        text: `${wrap(sentence).join('\n')}\n\n`,
      };
    },
    beforeLinks: {
      html: `<tr><td class="r" style="padding:20px 0 0;border-top:3px double ${RULE}">
<p class="q" style="${small}">The order is that of the site: most votes first, then most comments, then the newest. <a href="${escapeHtml(site.baseUrl)}/about" style="color:${QUIET}">How it is made</a></p>
<p class="q" style="${small}">You get this because this address was confirmed at <a href="${escapeHtml(site.baseUrl)}" style="color:${QUIET}">${name}</a>.</p>
`,
      text: `${'-'.repeat(40)}\nMost votes first, then most comments, then the newest: ${site.baseUrl}/about\nYou get this because this address was confirmed at ${site.baseUrl}\n`,
    },
    links: ({ manage, unsubscribe }) => ({
      html: `<p class="q" style="${small}"><a class="a" href="${escapeHtml(manage)}" style="color:${ACCENT}">Change what you get</a> &nbsp;·&nbsp; <a class="a" href="${escapeHtml(unsubscribe)}" style="color:${ACCENT}">Unsubscribe</a></p>\n`,
      text: `Change what you get: ${manage}\nUnsubscribe: ${unsubscribe}\n`,
    }),
    end: { html: '</td></tr></table>\n</td></tr></table>\n</td></tr></table>\n</body></html>\n', text: '' },
  };
}

function introSentence(shown: number, matching: number): string {
  if (matching === 1) return 'One paper for you since your last edition.';
  if (shown >= matching) return `All ${matching} papers for you since your last edition, the best first.`;
  return `The best ${shown} of ${matching} papers for you since your last edition.`;
}

/** Gmail clips a message at 102 kB of HTML; this leaves it room to count otherwise. */
const MOST_HTML_BYTES = 96_000;

/** The cards of one mail: in full as far as the room goes, the rest without their extracts. */
export function fittingCards(cards: readonly MailCard[], frameBytes: number): Piece[] {
  let total = cards.reduce((sum, { bytes }) => sum + bytes + 1, frameBytes);
  let whole = cards.length;
  for (let card = cards[whole - 1]; total > MOST_HTML_BYTES && card; card = cards[whole - 1]) {
    whole -= 1;
    total += card.brief.bytes - card.bytes;
  }
  return cards.map((card, at) => (at < whole ? card : card.brief));
}
