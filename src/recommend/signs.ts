import type { Candidate } from './candidate';

const AUTHORS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 25, 30, 40, 60];
const ABSTRACT_WORDS = [60, 90, 120, 140, 160, 180, 200, 220, 240, 270];
const TITLE_WORDS = [4, 6, 8, 10, 12, 14, 16];
const SENTENCES = [4, 5, 6, 7, 8, 9, 10, 12];
const NUMBERS = [1, 2, 3, 5, 8, 12, 20];
const CAPITALS = [1, 3, 5, 8, 12, 16, 24];
const KNOWN_BEST = [1, 2, 3, 4, 6, 8, 12, 18];
const KNOWN_AUTHORS = [1, 2, 3, 4, 6, 8, 12];
const KNOWN_SUM = [1, 2, 3, 5, 8, 12, 18];
const KNOWN_LAST = [1, 2, 4, 8, 16];
const KNOWN_FIRST = [1, 2, 4];
const KNOWN_SHARE = [0.1, 0.2, 0.35, 0.5, 0.75];

const named = new Map<string, string[]>();

function namesOf(name: string, edges: readonly number[]): string[] {
  let names = named.get(name);
  if (!names) {
    names = edges.map((edge) => `${name} ${edge}+`);
    named.set(name, names);
  }
  return names;
}

/** One sign for each step that the value reaches, so that a linear model can bend. */
function steps(name: string, value: number, edges: readonly number[]): string[] {
  let reached = 0;
  while (reached < edges.length && value >= (edges[reached] as number)) reached++;
  return namesOf(name, edges).slice(0, reached);
}

type Counted = { titleWords: number; abstractWords: number };

/** The yes-or-no signs of a paper that are no words of its text: where it is listed, how long, how many, which links. */
export function signsOf(paper: Candidate, { titleWords, abstractWords }: Counted): string[] {
  const { abstract, categories, primaryCategory } = paper;
  const sentences = abstract.split(/[.!?]\s+/);
  return [
    ...categories.map((code) => `category ${code}`),
    `primary ${primaryCategory}`,
    `primary ${primaryCategory} of ${Math.min(4, categories.length)}`,
    ...steps('authors', paper.authors.length, AUTHORS),
    ...linkSigns(`${abstract} ${paper.comment ?? ''}`),
    ...steps('abstract words', abstractWords, ABSTRACT_WORDS),
    ...steps('title words', titleWords, TITLE_WORDS),
    ...steps('sentences', sentences.length, SENTENCES),
    ...(opens(sentences.at(-1) ?? '') ? ['ends with what is released'] : []),
    ...shapeSigns(paper.title, abstract),
  ];
}

const opens = (sentence: string): boolean =>
  /code|model|data|weights/i.test(sentence) && /available|release|open-?source/i.test(sentence);

function linkSigns(text: string): string[] {
  const links = text.includes('http') ? (text.match(/https?:\/\/[^\s)\]}>,;]+/g) ?? []) : [];
  if (links.length === 0) return ['link none'];
  const kinds = links.map((link) => {
    if (/github\.com/i.test(link)) return 'link code';
    if (/github\.io/i.test(link)) return 'link project page';
    return /huggingface\.co/i.test(link) ? 'link model hub' : 'link other';
  });
  return [...new Set(kinds), `links ${Math.min(3, links.length)}`];
}

function shapeSigns(title: string, abstract: string): string[] {
  const signs: string[] = [];
  const named = /^([^:]{1,40}):\s/.exec(title)?.[1]?.trim();
  if (named === undefined) signs.push('title without colon');
  else {
    const words = named.split(/\s+/).length;
    signs.push(`title colon after ${Math.min(4, words)}`);
    if (words === 1) {
      if (/[a-z][A-Z]|[A-Z]{2}/.test(named)) signs.push('title names a system');
      if (/[0-9.]/.test(named)) signs.push('title names a version');
      if (named.includes('-')) signs.push('title names with hyphen');
      signs.push(...steps('name again', abstract.split(named).length - 1, [1, 2, 3, 5]));
    }
  }
  if (title.includes('?')) signs.push('title asks');
  if (/technical report/i.test(title)) signs.push('title technical report');
  if (/\d/.test(title)) signs.push('title number');
  if (abstract.includes('%')) signs.push('percent');
  if (abstract.includes('$')) signs.push('formula');
  if (/\\times|×|\dx\b/.test(abstract)) signs.push('times faster');
  const capitals = abstract.match(/\b[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9.-]*/g) ?? [];
  return [
    ...signs,
    ...steps('numbers', abstract.match(/\d+/g)?.length ?? 0, NUMBERS),
    ...steps('capitals', capitals.length, CAPITALS),
    ...steps('names', new Set(capitals).size, CAPITALS),
  ];
}

/** Signs of who wrote it, from how often a paper of each author, in order, was wanted before. */
export function authorSigns(counts: readonly number[]): string[] {
  const known = counts.filter((count) => count > 0).length;
  if (known === 0) return [];
  const sum = counts.reduce((total, count) => total + Math.log(1 + count), 0);
  return [
    ...steps('known best', Math.max(...counts), KNOWN_BEST),
    ...steps('known authors', known, KNOWN_AUTHORS),
    ...steps('known sum', sum, KNOWN_SUM),
    ...steps('known last', counts.at(-1) ?? 0, KNOWN_LAST),
    ...steps('known first', counts[0] ?? 0, KNOWN_FIRST),
    ...steps('known share', known / counts.length, KNOWN_SHARE),
  ];
}
