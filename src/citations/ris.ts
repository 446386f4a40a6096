import { paperUrls } from '@/src/papers';
import { arxivDoi, type CitedPaper } from './cited-paper';
import { readJournalRef } from './journal-ref';
import { partName } from './person-name';

/** RIS (https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp), in UTF-8 with CRLF. */
export function writeRis(paper: CitedPaper, key: string): string {
  const published = paper.journalRef === null ? null : readJournalRef(paper.journalRef);
  const [first, last] = published?.pages?.split('–') ?? [];
  const { abs, pdf } = paperUrls(paper.id);
  const year = published?.year ?? paper.publishedAt.getUTCFullYear();
  const tags: [string, string | undefined | null][] = [
    ['TY', published === null ? 'UNPB' : published.kind === 'proceedings' ? 'CPAPER' : 'JOUR'],
    ['ID', key],
    ['TI', paper.title],
    ...paper.authors.map((name): [string, string] => ['AU', lastNameFirst(name)]),
    ['T2', published?.venue],
    ['VL', published?.volume],
    ['IS', published?.issue],
    ['SP', first],
    ['EP', last],
    ['PY', String(year)],
    ['DA', published === null ? paper.publishedAt.toISOString().slice(0, 10).replaceAll('-', '/') : undefined],
    ['DO', paper.doi ?? arxivDoi(paper.id)],
    ['PB', published === null ? 'arXiv' : undefined],
    ['AN', `arXiv:${paper.id}`],
    ['UR', abs],
    ['L1', pdf],
    ...paper.categories.map((code): [string, string] => ['KW', code]),
    ['AB', paper.abstract],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n\r\n`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they must not reach the file.
const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u0085\u2028\u2029]+/g, ' ').trim();

function lastNameFirst(author: string): string {
  const name = partName(author);
  if ('literal' in name) return name.literal;
  const family = [name.particle, name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}
