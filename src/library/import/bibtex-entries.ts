import { type Entry, parse } from '@retorquere/bibtex-parser';
import { entryOf, type LibraryEntry, referencesIn } from './entry';

const TYPES: Record<string, string> = {
  article: 'article-journal',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  book: 'book',
  incollection: 'chapter',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
};
/** Longer ones are not an entry but a slip, or somebody's weapon. */
const LONGEST = 64_000;
/** A few at a time take some milliseconds, so that others are served between. */
const AT_ONCE = 4;

/** `source` is the text itself, where there is one to keep. */
export type Rejected = { place: string; reason: string; source?: string };
type Read = { entries: LibraryEntry[]; rejected: Rejected[] };

/** BibTeX and BibLaTeX. What the parser cannot read is told of by its place; the rest of the file is read. */
export async function readBibtex(text: string, breathe: () => Promise<void> | undefined): Promise<Read> {
  // A line of an abstract may begin with the sign too.
  const parts = text.split(/^(?=[ \t]*@\s*[a-z]+\s*[{(])/im).filter((part) => /^\s*@/.test(part));
  const macros = parts
    .filter((part) => /^\s*@string\b/i.test(part) && part.length < 2_000)
    .slice(0, 500)
    .join('\n');
  const own = parts.filter((part) => !/^\s*@(?:string|comment|preamble)\b/i.test(part));
  const read: Read = { entries: [], rejected: [] };
  for (let at = 0; at < own.length; at += AT_ONCE) {
    const some = own.slice(at, at + AT_ONCE);
    const together = some.every((part) => part.length <= LONGEST) ? parsed(`${macros}\n${some.join('\n')}`) : undefined;
    if (together?.length === some.length) read.entries.push(...together);
    else for (const [step, part] of some.entries()) readAlone({ part, macros, at: at + step + 1 }, read);
    await breathe();
  }
  return read;
}

function readAlone({ part, macros, at }: { part: string; macros: string; at: number }, read: Read): void {
  const place = `entry ${at}: ${part.trim().slice(0, 60).replace(/\s+/g, ' ')}`;
  if (part.length > LONGEST) {
    read.rejected.push({ place, reason: 'it is longer than any entry', source: part });
    return;
  }
  const [entry] = parsed(`${macros}\n${part}`) ?? [];
  if (entry) read.entries.push(entry);
  else read.rejected.push({ place, reason: 'its braces or its fields cannot be read', source: part });
}

function parsed(text: string): LibraryEntry[] | undefined {
  try {
    const { entries } = parse(text, { sentenceCase: false, caseProtection: false });
    // The parser makes an empty entry of one that does not end.
    return entries.every(({ input }) => input.trim() !== '') ? entries.map(toEntry) : undefined;
  } catch {
    return undefined;
  }
}

type Name = { name?: string; lastName?: string; firstName?: string; prefix?: string };

function toEntry(entry: Entry): LibraryEntry {
  const fields = entry.fields as Record<string, unknown>;
  const text = (name: string): string | undefined => {
    const value = fields[name];
    if (typeof value === 'string') return value.normalize('NFC');
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join(', ') : undefined;
  };
  const names = JSON.parse(
    JSON.stringify(Array.isArray(fields['author']) ? fields['author'] : []).normalize('NFC'),
  ) as Name[];
  const eprint = text('eprint');
  const archive = text('archiveprefix') ?? text('eprinttype');
  const isArxiv = archive === undefined || /arxiv/i.test(archive);
  return entryOf({
    title: text('title') ?? '',
    families: names.map(({ name, lastName }) => lastName ?? name ?? ''),
    places: [
      isArxiv ? eprint : undefined,
      text('doi'),
      text('url'),
      text('journal'),
      text('howpublished'),
      ...referencesIn(text('note')),
    ],
    notes: [text('note'), text('annotation'), text('annote')],
    tags: (text('keywords') ?? '').split(/[,;]/),
    item: cslOf(entry, { text, names }),
  });
}

function cslOf(
  { type, key, input }: Entry,
  { text, names }: { text: (name: string) => string | undefined; names: Name[] },
): Record<string, unknown> {
  const year = /\d{4}/.exec(text('year') ?? text('date') ?? '')?.[0];
  const item = {
    id: key,
    type: TYPES[type] ?? 'document',
    title: text('title'),
    author: names.map(({ name, lastName, firstName, prefix }) =>
      name ? { literal: name } : { family: lastName, given: firstName, 'non-dropping-particle': prefix },
    ),
    'container-title': text('journal') ?? text('journaltitle') ?? text('booktitle'),
    volume: text('volume'),
    issue: text('number'),
    page: text('pages'),
    publisher: text('publisher'),
    issued: year ? { 'date-parts': [[Number(year)]] } : undefined,
    DOI: text('doi'),
    URL: text('url'),
    number: text('eprint'),
    abstract: text('abstract'),
    note: text('note'),
    keyword: text('keywords'),
    // What CSL has no name for is in there.
    custom: { bibtex: input },
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && value !== ''));
}
