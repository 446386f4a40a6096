import { type PaperId, parsePaperReference } from '@/src/papers';
import { cleanNote, cleanTags } from '../saved-tags';

/** An entry of a reader's library file, whatever its format. */
export type LibraryEntry = {
  title: string;
  /** Family names, as far as they are told. */
  families: string[];
  arxivId: PaperId | null;
  /** Lower case, without address. */
  doi: string | null;
  note: string;
  tags: string[];
  /** The whole entry as a CSL-JSON item, to be given back. */
  item: Record<string, unknown>;
};

type Told = {
  title: string;
  families: string[];
  /** Whatever may hold an arXiv id or a DOI: identifier fields first. */
  places: (string | undefined)[];
  notes: (string | undefined)[];
  tags: string[];
  item: Record<string, unknown>;
};

const ARXIV =
  /(?:arxiv(?:\.org\/(?:abs|pdf|html)\/|[:.\s]+)|10\.48550\/arxiv\.)\s*((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)/i;
const BARE = /^(?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?$/i;
const DOI = /\b(10\.\d{4,9}\/[^\s"<>{}|]+)/;

function arxivIn(text: string): PaperId | undefined {
  const id = ARXIV.exec(text)?.[1] ?? (BARE.test(text.trim()) ? text.trim() : undefined);
  const read = id === undefined ? undefined : parsePaperReference(id);
  return read?.ok ? read.value.id : undefined;
}

function doiIn(text: string): string | undefined {
  const doi = DOI.exec(text)?.[1]
    ?.replace(/[.,;)\]]+$/, '')
    .toLowerCase();
  return doi?.startsWith('10.48550/') ? undefined : doi;
}

/** The lines of a note that are nothing but a reference: others may speak of another paper. */
export const referencesIn = (note: string | undefined): string[] =>
  (note ?? '')
    .split(/\r\n|[\r\n]/)
    .filter((line) =>
      /^\s*(?:(?:e-?print:?\s*)?arxiv(?:\s+preprint)?\b|doi\b)[^a-z]*(?:arxiv:)?[^\s]*(?:\s+\[[\w.-]+\])?[.\s]*$/i.test(
        line,
      ),
    );

const firstOf = <T>(places: readonly (string | undefined)[], find: (text: string) => T | undefined): T | null => {
  for (const place of places) {
    const found = place === undefined ? undefined : find(place.slice(0, 2_000));
    if (found !== undefined) return found;
  }
  return null;
};

const LONGEST_TITLE = 1_000;

export const entryOf = ({ title, families, places, notes, tags, item }: Told): LibraryEntry => ({
  title:
    title
      .replace(/<[^>]{1,40}>/g, '')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TITLE) || 'Untitled',
  families: families.filter(Boolean).slice(0, 20),
  arxivId: firstOf(places, arxivIn),
  doi: firstOf(places, doiIn),
  note: cleanNote(notes.filter(Boolean).join('\n\n')),
  tags: cleanTags(tags),
  item,
});
