import { plainMarkdown } from './paper-markdown';

export type MarkdownItem = {
  id: string;
  title: string;
  text: string;
  authors: string[];
  categories: string[];
  published: Date;
  votes: number;
};

type MarkdownList = { title: string; page: string; items: readonly MarkdownItem[]; origin: string; whole: boolean };

const NAMED = 6;

/** A list as Markdown (CommonMark) with the papers' abstracts, for programs that read. */
export function listMarkdown({ title, page, items, origin, whole }: MarkdownList): string {
  const head = [`# ${plainMarkdown(title)}`, '', `<${page}>`, ''];
  const papers = items.flatMap((item, index) => [
    `## ${index + 1}. [${plainMarkdown(item.title)}](${origin}/papers/${item.id})`,
    '',
    `${namesOf(item.authors)} · ${item.published.toISOString().slice(0, 10)} · ${item.categories.join(', ')} · ${item.votes} upvotes · [Markdown](${origin}/papers/${item.id}.md)`,
    '',
    plainMarkdown(item.text),
    '',
  ]);
  const end = items.length === 0 ? ['No papers.'] : whole ? [] : [`The list goes on: <${page}>`];
  return `${[...head, ...papers, ...end].join('\n').trimEnd()}\n`;
}

function namesOf(authors: readonly string[]): string {
  const named = authors.slice(0, NAMED).map(plainMarkdown).join(', ');
  const more = authors.length - NAMED;
  return more > 0 ? `${named} and ${more} more` : named || 'Authors not named';
}
