import type { Node } from './nodes';

/** A link in a text, with the words just before it, which tell what it is. */
export type FoundLink = { href: string; context: string };

const CONTEXT = 80;

/** Every link in a text, in order. */
export function foundLinks(nodes: readonly Node[]): FoundLink[] {
  const links: FoundLink[] = [];
  let context = '';
  const visit = (node: Node): void => {
    if (node.kind === 'link') links.push({ href: node.href, context });
    if (node.kind === 'text') context = (context + node.text).slice(-CONTEXT);
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return links;
}
