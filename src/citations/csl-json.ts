import { paperUrls } from '@/src/papers';
import { arxivDoi, type CitedPaper } from './cited-paper';
import { readJournalRef } from './journal-ref';
import { partName } from './person-name';

type CslName =
  | { literal: string }
  | { family: string; given: string; 'non-dropping-particle'?: string; suffix?: string };

/** One item of CSL-JSON (https://github.com/citation-style-language/schema, csl-data.json). */
export function cslItem(paper: CitedPaper, key: string) {
  const published = paper.journalRef === null ? null : readJournalRef(paper.journalRef);
  const at = paper.publishedAt;
  const venue = published && {
    type: published.kind === 'proceedings' ? 'paper-conference' : 'article-journal',
    'container-title': published.venue,
    ...(published.volume && { volume: published.volume }),
    ...(published.issue && { issue: published.issue }),
    ...(published.pages && { page: published.pages.replace('–', '-') }),
    issued: { 'date-parts': [[published.year ?? at.getUTCFullYear()]] },
  };
  return {
    id: key,
    ...(venue ?? {
      type: 'article',
      genre: 'preprint',
      publisher: 'arXiv',
      issued: { 'date-parts': [[at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]] },
    }),
    title: paper.title,
    author: paper.authors.map(cslName),
    abstract: paper.abstract,
    DOI: paper.doi ?? arxivDoi(paper.id),
    URL: paperUrls(paper.id).abs,
    number: `arXiv:${paper.id}`,
    archive: 'arXiv',
    archive_location: paper.id,
    ...(paper.categories.length > 0 && { keyword: paper.categories.join(', ') }),
  };
}

function cslName(author: string): CslName {
  const name = partName(author);
  if ('literal' in name) return name;
  return {
    family: name.family,
    given: name.given,
    ...(name.particle && { 'non-dropping-particle': name.particle }),
    ...(name.suffix && { suffix: name.suffix }),
  };
}
