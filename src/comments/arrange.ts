import type { Outline } from './comment';

export const ORDERS = ['best', 'newest'] as const;
export type Order = (typeof ORDERS)[number];

/** Replies below this depth stand beside the one they answer, and name it. */
export const DEEPEST = 4;

/** A comment's place: how far it is set in, and which comment it answers. */
export type Placed = { id: string; depth: number; parentId: string | null };

const DAY_MS = 86_400_000;

type Node = { outline: Outline; replies: Node[] };

/**
 * Comments in the order in which they are read. Threads come best first or newest first, the replies within one always
 * in the order of their time. What is gone keeps its place only while something that answers it is there.
 */
export function arrange(outlines: readonly Outline[], order: Order): Placed[] {
  const roots = treeOf(outlines);
  const keys = new Map(roots.map((root) => [root, order === 'best' ? bestKey(root) : created(root)]));
  roots.sort((a, b) => (keys.get(b) ?? 0) - (keys.get(a) ?? 0) || created(b) - created(a) || compareIds(b, a));
  return walk(roots);
}

/**
 * log2(1 + people who answered) + days / 2: each doubling of the people in a thread is worth two days, as with a paper's
 * votes. There are no votes on comments, so this is what "best" can honestly mean.
 */
function bestKey(root: Node): number {
  const people = new Set<string>();
  for (const { outline } of below(root)) {
    if (!outline.gone && outline.authorId !== null && outline.authorId !== root.outline.authorId) {
      people.add(outline.authorId);
    }
  }
  return Math.log2(1 + people.size) + created(root) / (2 * DAY_MS);
}

function treeOf(outlines: readonly Outline[]): Node[] {
  const nodes = new Map<string, Node>(outlines.map((outline) => [outline.id, { outline, replies: [] }]));
  const roots: Node[] = [];
  const inTime = [...nodes.values()].sort((a, b) => created(a) - created(b) || compareIds(a, b));
  for (const node of inTime) {
    const { parentId } = node.outline;
    const parent = parentId === null ? undefined : nodes.get(parentId);
    if (parent) parent.replies.push(node);
    else roots.push(node);
  }
  return withoutDead(roots);
}

// From the leaves up: a node that is gone and answered by nothing that is left goes.
function withoutDead(roots: Node[]): Node[] {
  const all = roots.flatMap((root) => [root, ...below(root)]);
  const dead = new Set<Node>();
  for (const node of all.reverse()) {
    node.replies = node.replies.filter((reply) => !dead.has(reply));
    if (node.outline.gone && node.replies.length === 0) dead.add(node);
  }
  return roots.filter((root) => !dead.has(root));
}

// No recursion: a chain of ten thousand replies would end it.
function below(root: Node): Node[] {
  const found: Node[] = [];
  const left = [...root.replies];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    found.push(node);
    left.push(...node.replies);
  }
  return found;
}

function walk(roots: readonly Node[]): Placed[] {
  const placed: Placed[] = [];
  const left = roots.map((node) => ({ node, depth: 0 })).reverse();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { outline, replies } = next.node;
    const depth = next.depth;
    placed.push({ id: outline.id, depth: Math.min(depth, DEEPEST), parentId: outline.parentId });
    for (const node of [...replies].reverse()) left.push({ node, depth: depth + 1 });
  }
  return placed;
}

const created = (node: Node): number => node.outline.createdAt.getTime();
const compareIds = (a: Node, b: Node): number =>
  a.outline.id < b.outline.id ? -1 : a.outline.id > b.outline.id ? 1 : 0;
