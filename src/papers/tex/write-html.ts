import { escapeHtml } from './escape-html';
import { mathToHtml } from './math-html';
import { mathToText } from './math-text';
import type { InlineStyle, Node } from './nodes';
import { sanitise } from './sanitise';

const STYLE_TAGS: Record<InlineStyle, [string, string]> = {
  em: ['<em>', '</em>'],
  strong: ['<strong>', '</strong>'],
  code: ['<code>', '</code>'],
  underline: ['<u>', '</u>'],
  'small-caps': ['<span class="small-caps">', '</span>'],
};

/** One line of sanitised HTML: paragraphs run on, list items begin with a bullet. */
export function writeInline(nodes: readonly Node[]): string {
  const page: Page = { formulas: [], displays: false };
  return assembled(nodes.map((node) => inline(node, page)).join(''), page.formulas).trim();
}

/** Paragraphs and lists of sanitised HTML. */
export function writeBlocks(nodes: readonly Node[]): string {
  const writer = new BlockWriter();
  for (const node of nodes) writer.add(node);
  return assembled(writer.finish(), writer.page.formulas);
}

// Stands for a formula while the text around it is sanitised; cleaned sources hold no such character.
const FORMULA = '\0';

/** Formulas were sanitised when they were typeset, each one once; the text around them is now. */
function assembled(html: string, formulas: readonly string[]): string {
  const clean = sanitise(html);
  if (formulas.length === 0) return clean;
  let index = 0;
  return clean.replaceAll(FORMULA, () => formulas[index++] ?? '');
}

/** The formulas met so far, and whether some may stand on lines of their own. */
type Page = { formulas: string[]; displays: boolean };

function inline(node: Node, page: Page): string {
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.text);
    case 'math':
      if (node.unset) return escapeHtml(mathToText(node.source));
      page.formulas.push(mathToHtml(node.source, node.display && page.displays));
      return FORMULA;
    case 'script': {
      const tag = node.raised ? 'sup' : 'sub';
      return `<${tag}>${escapeHtml(mathToText(node.source))}</${tag}>`;
    }
    case 'style': {
      const [open, close] = STYLE_TAGS[node.style];
      const body = node.children.map((child) => inline(child, page)).join('');
      return body.trim() === '' ? body : `${open}${body}${close}`;
    }
    case 'link':
      return `<a href="${escapeHtml(node.href)}" rel="nofollow noopener ugc">${node.children.map((child) => inline(child, page)).join('')}</a>`;
    case 'item':
      return ' • ';
    case 'paragraph':
    case 'list':
    case 'list-end':
      return ' ';
  }
}

const MOST_LISTS = 6;

class BlockWriter {
  readonly page: Page = { formulas: [], displays: true };
  private out = '';
  private line = '';
  private readonly lists: ('ul' | 'ol')[] = [];
  private item: 'none' | 'empty' | 'filled' = 'none';

  add(node: Node): void {
    if (node.kind === 'paragraph') this.flush();
    else if (node.kind === 'list' && this.lists.length < MOST_LISTS) this.openList(node.ordered);
    else if (node.kind === 'item' && this.lists.length > 0) this.openItem();
    else if (node.kind === 'list-end') this.closeList();
    else this.line += inline(node, this.page);
  }

  finish(): string {
    this.flush();
    while (this.lists.length > 0) this.closeList();
    return this.out;
  }

  private flush(): void {
    const text = this.line.trim();
    this.line = '';
    if (text === '') return;
    if (this.lists.length === 0) this.out += `<p>${text}</p>`;
    else if (this.item === 'none') this.out += `<li>${text}</li>`;
    else {
      this.out += this.item === 'filled' ? ` ${text}` : text;
      this.item = 'filled';
    }
  }

  private openList(ordered: boolean): void {
    this.flush();
    // A list inside a list needs an item to stand in.
    if (this.lists.length > 0 && this.item === 'none') this.openItem();
    const tag = ordered ? 'ol' : 'ul';
    this.lists.push(tag);
    this.out += `<${tag}>`;
    this.item = 'none';
  }

  private openItem(): void {
    this.flush();
    this.out += this.item === 'none' ? '<li>' : '</li><li>';
    this.item = 'empty';
  }

  private closeList(): void {
    this.flush();
    const tag = this.lists.pop();
    if (tag === undefined) return;
    this.out += `${this.item === 'none' ? '' : '</li>'}</${tag}>`;
    this.item = this.lists.length > 0 ? 'filled' : 'none';
  }
}
