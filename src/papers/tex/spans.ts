import type { LinkSpan } from './link-spans';
import { findLinks } from './link-spans';
import type { MathSpan } from './math-spans';
import { findMath } from './math-spans';
import type { Node } from './nodes';

export type Span = MathSpan | LinkSpan;

/** The formulas and links of a source in order of their beginning; where two overlap, the one that begins first counts. */
export function findSpans(source: string): Span[] {
  const math = findMath(source);
  const links = findLinks(source);
  if (links.length === 0) return math;
  return [...math, ...links].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What a formula or a link is in the tree. */
export function spanNode(span: Span): Node {
  if ('href' in span) return { kind: 'link', href: span.href, children: [{ kind: 'text', text: span.label }] };
  if (span.words) return { kind: 'style', style: 'em', children: [{ kind: 'text', text: span.source }] };
  return { kind: 'math', source: span.source, display: span.display };
}
