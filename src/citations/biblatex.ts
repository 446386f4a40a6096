import { paperUrls } from '@/src/papers';
import { arxivDoi, type CitedPaper } from './cited-paper';
import { readJournalRef } from './journal-ref';
import { texAuthors, texEntry, verbatim } from './tex-entry';
import { texText, texTitle } from './tex-text';

/** BibLaTeX for Biber, in Unicode (https://ctan.org/pkg/biblatex, "Electronic Publishing Information" for the eprint's fields). */
export function writeBiblatex(paper: CitedPaper, key: string): string {
  const text = (plain: string | undefined): string | undefined => plain && texText(plain, 'unicode');
  const published = paper.journalRef === null ? null : readJournalRef(paper.journalRef);
  const isPaper = published?.kind === 'proceedings';
  const type = published === null ? 'online' : isPaper ? 'inproceedings' : 'article';
  const day = paper.publishedAt.toISOString().slice(0, 10);
  const fields = [
    ['title', texTitle(paper, 'unicode')],
    ['author', texAuthors(paper, 'unicode')],
    [isPaper ? 'booktitle' : 'journaltitle', text(published?.venue)],
    ['volume', text(published?.volume)],
    ['number', text(published?.issue)],
    ['pages', published?.pages?.replace('–', '--')],
    ['date', published === null ? day : String(published.year ?? paper.publishedAt.getUTCFullYear())],
    ['doi', verbatim(paper.doi ?? arxivDoi(paper.id))],
    ['eprint', paper.id],
    ['eprinttype', 'arxiv'],
    ['eprintclass', paper.primaryCategory],
    ['url', paperUrls(paper.id).abs],
  ] as const;
  return texEntry(type, { key, fields: fields.map(([name, value]) => [name, value]) });
}
