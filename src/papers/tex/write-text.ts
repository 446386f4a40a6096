import { mathToText } from './math-text';
import type { Node } from './nodes';
import { subscript, superscript } from './scripts';

/** Plain text with Unicode's signs: paragraphs parted by an empty line, items on lines of their own behind a bullet. */
export function writeText(nodes: readonly Node[]): string {
  return nodes
    .map(plain)
    .join('')
    .replace(/[\u00a0\u2007\u2009\u200a\u202f\u3000]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function plain(node: Node): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'math':
      return mathToText(node.source);
    case 'script': {
      const text = mathToText(node.source);
      const script = node.raised ? superscript(text) : subscript(text);
      return node.bare !== undefined && /^[_^]/.test(script) ? node.bare : script;
    }
    case 'style':
      return node.children.map(plain).join('');
    case 'link':
      return linkText(node.href, node.children.map(plain).join(''));
    case 'item':
      return '\n• ';
    case 'paragraph':
    case 'list':
    case 'list-end':
      return '\n\n';
  }
}

/** A link's words, with its address behind them when they do not already show it. */
function linkText(href: string, label: string): string {
  const shown = label.replace(/\s/g, '');
  if (shown === '') return href;
  const bare = href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  const isAddress = /^(?:https?:\/\/|www\.|arxiv:|doi:|10\.\d)|^[\w-]+\.[\w.-]+\/\S/i.test(shown);
  return isAddress || shown.includes(bare) ? label : `${label} (${href})`;
}
