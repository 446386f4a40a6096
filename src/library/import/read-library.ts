import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { type Rejected, readBibtex } from './bibtex-entries';
import { readCslJson } from './csl-entries';
import type { LibraryEntry } from './entry';
import { readRis } from './ris-entries';

/** Entries that one import may bring. */
const MOST_IMPORTED = 10_000;

export type Library = { entries: LibraryEntry[]; rejected: Rejected[] };
type Unreadable = Refusal<'empty' | 'not-a-library' | 'too-many'>;
type Breathe = () => Promise<void> | undefined;

/** Reads a library file, whose format it knows by its content. `breathe` is called every few milliseconds of work. */
export async function readLibrary(file: string, breathe: Breathe): Promise<Result<Library, Unreadable>> {
  const text = file.replace(/^\ufeff/, '').replaceAll('\0', '');
  if (text.trim() === '') return refuse('empty', 'The file is empty. Choose a BibTeX, RIS or CSL-JSON file.');
  if (isBibtex(text) && (text.match(ENTRY_BEGINS)?.length ?? 0) > MOST_IMPORTED) return TOO_MANY;
  const read = await entriesOf(text, breathe);
  if (!read || read.entries.length + read.rejected.length === 0)
    return refuse(
      'not-a-library',
      'This is not a BibTeX, RIS or CSL-JSON file. Export one from your reference manager.',
    );
  return read.entries.length > MOST_IMPORTED ? TOO_MANY : ok(read);
}

const TOO_MANY = refuse('too-many', `The file has more than ${MOST_IMPORTED.toLocaleString('en')} entries. Split it.`);

// Macros, comments and preambles are no entries.
const ENTRY_BEGINS = /^[ \t]*@\s*(?!string\b|comment\b|preamble\b)[a-z]+\s*[{(]/gim;
const isRis = (text: string): boolean => /^[ \t]*TY {1,2}-/m.test(text);
const isBibtex = (text: string): boolean => !/^\s*[[{]/.test(text) && !isRis(text) && text.search(ENTRY_BEGINS) >= 0;

async function entriesOf(text: string, breathe: Breathe): Promise<Library | undefined> {
  if (/^\s*[[{]/.test(text)) {
    const value = parsedJson(text);
    if (value !== undefined) return readCslJson(value);
  }
  if (isRis(text)) return { entries: readRis(text), rejected: [] };
  return text.search(ENTRY_BEGINS) >= 0 ? readBibtex(text, breathe) : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
