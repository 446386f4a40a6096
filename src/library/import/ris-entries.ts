import { entryOf, type LibraryEntry, referencesIn } from './entry';

const LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;
const TYPES: Record<string, string> = {
  JOUR: 'article-journal',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  BOOK: 'book',
  CHAP: 'chapter',
  THES: 'thesis',
  RPRT: 'report',
  UNPB: 'article',
};

type Tags = Map<string, string[]>;

/** RIS: a tag, two blanks, a hyphen; a line without a tag goes on with the one before. */
export function readRis(text: string): LibraryEntry[] {
  const entries: LibraryEntry[] = [];
  let tags: Tags | undefined;
  let last: string[] | undefined;
  const finish = (): void => {
    if (tags && tags.size > 1) entries.push(toEntry(tags));
    tags = undefined;
    last = undefined;
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value = ''] = LINE.exec(line.trimEnd()) ?? [];
    if (tag === undefined) {
      if (last && line.trim()) last.push(`${last.pop()} ${line.trim()}`);
    } else if (tag === 'ER') finish();
    else {
      if (tag === 'TY') finish();
      tags ??= new Map();
      last = tags.get(tag) ?? [];
      tags.set(tag, last);
      last.push(value.trim());
    }
  }
  finish();
  return entries;
}

function toEntry(tags: Tags): LibraryEntry {
  const first = (...names: string[]): string | undefined =>
    names.map((name) => tags.get(name)?.find(Boolean)).find((value) => value !== undefined);
  const all = (...names: string[]): string[] => names.flatMap((name) => tags.get(name) ?? []);
  const authors = all('AU', 'A1');
  const year = /\d{4}/.exec(first('PY', 'Y1', 'DA') ?? '')?.[0];
  const [from, to] = [first('SP'), first('EP')];
  const item = {
    id: first('ID') ?? first('DO') ?? first('UR'),
    type: TYPES[first('TY') ?? ''] ?? 'document',
    title: first('TI', 'T1'),
    author: authors.map((name) => {
      const [family = '', given = ''] = name.split(/,\s*/, 2);
      return given ? { family, given } : { literal: name };
    }),
    'container-title': first('T2', 'JO', 'JF', 'JA'),
    volume: first('VL'),
    issue: first('IS'),
    page: from && to ? `${from}-${to}` : from,
    publisher: first('PB'),
    issued: year ? { 'date-parts': [[Number(year)]] } : undefined,
    DOI: first('DO'),
    URL: first('UR'),
    number: first('AN', 'M1'),
    abstract: first('AB', 'N2'),
    note: first('N1'),
    keyword: all('KW').join(', ') || undefined,
    // What CSL has no name for is in there.
    custom: { ris: [...tags].flatMap(([tag, values]) => values.map((value) => `${tag}  - ${value}`)).join('\n') },
  };
  return entryOf({
    title: item.title ?? '',
    families: authors.map((name) => name.split(',')[0] ?? ''),
    places: [
      first('AN'),
      first('DO'),
      ...all('UR', 'L1', 'L2', 'M1', 'M3', 'T2', 'JO'),
      ...all('N1').flatMap(referencesIn),
    ],
    notes: all('N1'),
    tags: all('KW'),
    item: Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)),
  });
}
