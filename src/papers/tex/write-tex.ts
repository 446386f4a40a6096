import type { InlineStyle, Node } from './nodes';

const STYLES: Record<InlineStyle, string> = {
  em: 'emph',
  strong: 'textbf',
  code: 'texttt',
  'small-caps': 'textsc',
  underline: 'underline',
};

/** Nodes as LaTeX for one line. `text` writes running text; formulas keep their source and are shielded from changes of case. */
export function writeTex(nodes: readonly Node[], text: (plain: string) => string): string {
  const write = (node: Node): string => {
    switch (node.kind) {
      case 'text':
        return text(node.text.replace(/\s+/gu, ' '));
      case 'math':
        return formula(node.source);
      case 'script':
        return formula(`${node.raised ? '^' : '_'}{${node.source}}`);
      case 'style':
        return `\\${STYLES[node.style]}{${node.children.map(write).join('')}}`;
      case 'link':
        return node.children.map(write).join('') || text(node.href);
      case 'paragraph':
      case 'list':
      case 'item':
      case 'list-end':
        return ' ';
    }
  };
  return nodes.map(write).join('').replace(/ {2,}/g, ' ').trim();
}

function formula(source: string): string {
  // A bare per cent sign would begin a comment once BibTeX has printed it.
  const tidy = source
    .replace(/\s+/g, ' ')
    .replace(/(?<!\\)([%#&])/g, '\\$1')
    .trim();
  if (tidy === '') return '';
  // The blank of a last "\\ " was trimmed, and the backslash alone would swallow the dollar.
  return `{$${/(?<!\\)(?:\\\\)*\\$/.test(tidy) ? `${tidy} ` : tidy}$}`;
}
