import { paperUrls } from '@/src/papers';
import { arxivDoi, type CitedPaper } from './cited-paper';
import { readJournalRef } from './journal-ref';
import { texAuthors, texEntry, verbatim } from './tex-entry';
import { texText, texTitle } from './tex-text';

/** BibTeX (http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf), with arXiv's fields: https://info.arxiv.org/help/hypertex/bibstyles/index.html */
export function writeBibtex(paper: CitedPaper, key: string): string {
  const text = (plain: string | undefined): string | undefined => plain && texText(plain, 'ascii');
  const published = paper.journalRef === null ? null : readJournalRef(paper.journalRef);
  const isPaper = published?.kind === 'proceedings';
  const type = published === null ? 'misc' : isPaper ? 'inproceedings' : 'article';
  const fields = [
    ['title', texTitle(paper, 'ascii')],
    ['author', texAuthors(paper, 'ascii')],
    [isPaper ? 'booktitle' : 'journal', text(published?.venue)],
    ['volume', text(published?.volume)],
    ['number', text(published?.issue)],
    ['pages', text(published?.pages)],
    ['year', String(published?.year ?? paper.publishedAt.getUTCFullYear())],
    ['doi', verbatim(paper.doi ?? arxivDoi(paper.id))],
    ['eprint', paper.id],
    ['archivePrefix', 'arXiv'],
    ['primaryClass', paper.primaryCategory],
    ['url', paperUrls(paper.id).abs],
  ] as const;
  return texEntry(type, { key, fields: fields.map(([name, value]) => [name, value]) });
}
