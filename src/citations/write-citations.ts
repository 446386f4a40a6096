import { writeBiblatex } from './biblatex';
import { writeBibtex } from './bibtex';
import { keyMaker } from './citation-key';
import type { CitedPaper } from './cited-paper';
import { cslItem } from './csl-json';
import { writeRis } from './ris';

/** What a reference manager takes. */
export type CitationFormat = {
  name: string;
  mediaType: string;
  extension: string;
  /** The file around its entries. */
  frame: { begin: string; between: string; end: string };
  write: (paper: CitedPaper, key: string) => string;
};

const PLAIN = { begin: '', between: '\n', end: '' };

export const CITATION_FORMATS = {
  bibtex: {
    name: 'BibTeX',
    mediaType: 'application/x-bibtex',
    extension: 'bib',
    frame: PLAIN,
    write: writeBibtex,
  },
  biblatex: {
    name: 'BibLaTeX',
    mediaType: 'application/x-bibtex',
    extension: 'biblatex.bib',
    frame: PLAIN,
    write: writeBiblatex,
  },
  ris: {
    name: 'RIS',
    mediaType: 'application/x-research-info-systems',
    extension: 'ris',
    frame: { begin: '', between: '', end: '' },
    write: writeRis,
  },
  'csl-json': {
    name: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    extension: 'csl.json',
    frame: { begin: '[\n', between: ',\n', end: '\n]\n' },
    write: (paper, key) => JSON.stringify(cslItem(paper, key), null, 2),
  },
} as const satisfies Record<string, CitationFormat>;

export type CitationFormatName = keyof typeof CITATION_FORMATS;
export const isCitationFormat = (text: string): text is CitationFormatName => Object.hasOwn(CITATION_FORMATS, text);

/** A file of citations in pieces, one for each batch of papers, so that a long one never stands in memory whole. Keys are unique in it. */
export async function* citations(
  format: CitationFormatName,
  batches: AsyncIterable<readonly CitedPaper[]>,
): AsyncGenerator<string> {
  const { frame, write } = CITATION_FORMATS[format];
  const keyOf = keyMaker();
  let lead: string = frame.begin;
  for await (const papers of batches) {
    let piece = '';
    for (const paper of papers) {
      piece += lead + write(paper, keyOf(paper));
      lead = frame.between;
    }
    if (piece) yield piece;
  }
  yield (lead === frame.begin ? frame.begin : '') + frame.end;
}
