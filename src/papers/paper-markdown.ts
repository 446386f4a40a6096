export type MarkdownPaper = {
  id: string;
  titleText: string;
  abstractText: string;
  authors: { name: string }[];
  categories: string[];
  publishedAt: Date;
  votes: number;
  comments: number;
  doi: string | null;
  journalRef: string | null;
  codeUrl: string | null;
  projectUrl: string | null;
  withdrawn: boolean;
};

/** Text with what Markdown would take for its own marks escaped, on one line. */
export const plainMarkdown = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~!&]/g, '\\$&');

/** A paper as Markdown (CommonMark), for programs that read. `page` is the address of its page. */
export function paperMarkdown(paper: MarkdownPaper, page: string): string {
  const facts: [string, string | null][] = [
    ['Authors', paper.authors.map(({ name }) => plainMarkdown(name)).join(', ')],
    ['arXiv', `<https://arxiv.org/abs/${paper.id}>`],
    ['PDF', `<https://arxiv.org/pdf/${paper.id}>`],
    ['Published', paper.publishedAt.toISOString().slice(0, 10)],
    ['Categories', paper.categories.join(', ')],
    ['DOI', paper.doi && plainMarkdown(paper.doi)],
    ['Journal', paper.journalRef && plainMarkdown(paper.journalRef)],
    ['Code', paper.codeUrl && `<${paper.codeUrl}>`],
    ['Project', paper.projectUrl && `<${paper.projectUrl}>`],
    ['Upvotes', String(paper.votes)],
    ['Discussion', `<${page}> (${paper.comments})`],
  ];
  const listed = facts.flatMap(([name, value]) => (value ? [`- ${name}: ${value}`] : []));
  const notice = paper.withdrawn ? ['**This paper was withdrawn.**', ''] : [];
  const abstract = paper.abstractText
    .split(/\n\s*\n/)
    .map(plainMarkdown)
    .filter(Boolean);
  return `${[`# ${plainMarkdown(paper.titleText)}`, '', ...notice, ...listed, '', '## Abstract', '', abstract.join('\n\n')].join('\n')}\n`;
}
