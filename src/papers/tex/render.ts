import { cleanSource, decodeEntities } from './clean';
import { escapeHtml } from './escape-html';
import type { FoundLink } from './found-links';
import { foundLinks } from './found-links';
import type { Node } from './nodes';
import { runTextCommand } from './text-commands';
import { TextReader } from './text-reader';
import { runSign } from './text-signs';
import { writeBlocks, writeInline } from './write-html';
import { writeTex } from './write-tex';
import { writeText } from './write-text';

/** What the TeX reader has nothing to say about: no sign, command, address or line end in it. */
const PLAIN =
  /^(?:(?!--| {2}|www\.|arxiv:|doi:|\.(?:com|io|org|co)\b)[^\\${}`'^_~&<>*"\n\u0080-\u00a0:]|:(?!\/)|'(?!'))*$/i;
// arXiv takes 1,920 characters for an abstract; the rest of a field beyond this is somebody's weapon and is cut.
const LONGEST = 100_000;

type Rendered = { html: string; text: string; links: FoundLink[] };

/** One line — a title, a name, a comment — as safe HTML and as plain text. */
export function renderLine(source: string): Rendered {
  const clean = prepared(source);
  if (isPlain(clean)) return { html: escapeHtml(clean), text: clean, links: [] };
  const nodes = readTex(clean);
  return {
    html: writeInline(nodes),
    text: writeText(nodes).replace(/\s*\n\s*/g, ' '),
    links: foundLinks(nodes),
  };
}

/** Paragraphs — an abstract — as safe HTML and as plain text with an empty line between paragraphs. */
export function renderParagraphs(source: string): Rendered {
  const clean = prepared(source);
  if (clean !== '' && isPlain(clean)) return { html: `<p>${escapeHtml(clean)}</p>`, text: clean, links: [] };
  const nodes = readTex(clean);
  return { html: writeBlocks(nodes), text: writeText(nodes), links: foundLinks(nodes) };
}

/**
 * One line as LaTeX that a bibliography can hold: what the reader made sense of, written anew. `text` writes running text.
 * Undefined where the braces of a formula do not match, which would break the file that it stands in.
 */
export function lineAsTex(source: string, text: (plain: string) => string): string | undefined {
  const clean = prepared(source);
  const tex = isPlain(clean) ? text(clean) : writeTex(readTex(clean), text);
  return isBalanced(tex) ? tex : undefined;
}

function isBalanced(tex: string): boolean {
  const dollars = tex.replace(/\\[\s\S]/g, '').match(/\$/g)?.length ?? 0;
  if (dollars % 2 !== 0) return false;
  let depth = 0;
  for (const char of tex.replace(/\\/g, '')) {
    if (char === '{') depth++;
    if (char === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** The plain form alone, for names and other short fields. */
export function plainText(source: string): string {
  const clean = prepared(source);
  return isPlain(clean) ? clean : writeText(readTex(clean)).replace(/\s*\n\s*/g, ' ');
}

function prepared(source: string): string {
  const text = decodeEntities(source.slice(0, LONGEST));
  return cleanSource(text.includes('$') ? unwrapped(text) : text).trim();
}

/** Characters and addresses that authors put between dollar signs for want of a better way. */
const unwrapped = (text: string): string =>
  text
    .replace(/\$\\unicode\{x([\da-fA-F]{2,5})\}\$/g, (whole, hex) => fromCode(hex) ?? whole)
    .replace(/\\unicode\{x([\da-fA-F]{2,5})\}/g, (whole, hex) => fromCode(hex) ?? whole)
    .replace(/\$\s?(https?:\/\/[^\s$]{1,300})\s?\$/g, ' $1 ');

function fromCode(hex: string): string | undefined {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const isPlain = (text: string): boolean => PLAIN.test(text);

const readTex = (source: string): Node[] =>
  new TextReader(source, { command: runTextCommand, sign: runSign }).readAll();
