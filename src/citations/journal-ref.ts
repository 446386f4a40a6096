/** Where a paper was published, as far as its reference could be read. `venue` is a journal's name or a volume's title. */
export type JournalRef = {
  kind: 'article' | 'proceedings';
  venue: string;
  volume?: string;
  issue?: string;
  pages?: string;
  year?: number;
};

const JOURNAL = String.raw`(?<venue>\p{L}[\p{L}\s.&:'’()-]*?[\p{L}.)])`;
const VOLUME = String.raw`(?:[Vv]ol(?:ume)?\.?\s*)?(?<volume>\d{1,4}[A-Z]?)`;
const ISSUE = String.raw`(?:\s*\((?<issue>\d{1,3}(?:-\d{1,3})?)\)|,?\s*(?:[Nn]o|[Ii]ss(?:ue)?)\.?\s*(?<number>\d{1,3}))?`;
const PAGES = String.raw`(?:[Pp]p?\.?\s*|[Pp]ages?\s*)?(?<pages>[A-Z]{0,2}\d+[A-Z]?(?:\s?[-–—]{1,2}\s?[A-Z]{0,2}\d+)?)`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`;

// "Phys. Rev. D 76, 013009 (2007)", "Phys.Rev.D76:013009,2007", "Nucl. Phys. B 12(3) (1999) 4-5", "JHEP 05 (2010) 123".
const SHAPES = [
  new RegExp(`^${JOURNAL}[\\s,]*${VOLUME}${ISSUE}[\\s,:]+${PAGES}[\\s,]*\\(?${YEAR}\\)?\\.?$`, 'u'),
  new RegExp(`^${JOURNAL}[\\s,]*${VOLUME}${ISSUE}[\\s,]*\\(${YEAR}\\)[\\s,:]*${PAGES}\\.?$`, 'u'),
  new RegExp(`^${JOURNAL}[\\s,]*${VOLUME}[\\s,]*\\(${YEAR}\\)\\.?$`, 'u'),
];
const PROCEEDINGS = /\b(?:proc(?:eedings)?\b|conf(?:erence)?\b|workshop|symposium|congress)/i;
const LONGEST = 400;

/** Reads a free reference. What no shape fits stands whole as the venue, with the year if exactly one is in it. */
export function readJournalRef(text: string): JournalRef {
  const ref = text.slice(0, LONGEST).replace(/\s+/g, ' ').trim().replace(/;.*$/, '');
  const kind = PROCEEDINGS.test(ref) ? 'proceedings' : 'article';
  for (const shape of SHAPES) {
    const found = shape.exec(ref)?.groups;
    if (!found || kind === 'proceedings') continue;
    const issue = found['issue'] ?? found['number'];
    return {
      kind,
      venue: spaced(found['venue'] ?? ''),
      ...(found['volume'] && { volume: found['volume'] }),
      ...(issue && { issue }),
      ...(found['pages'] && { pages: found['pages'].replace(/\s/g, '').replace(/[-–—]+/, '–') }),
      year: Number(found['year']),
    };
  }
  const years = new Set(ref.match(/(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)/g));
  const [year] = years;
  return { kind, venue: ref, ...(years.size === 1 && { year: Number(year) }) };
}

/** "Phys.Rev.D" is "Phys. Rev. D". */
const spaced = (venue: string): string => venue.replace(/\.(?=\p{L})/gu, '. ').replace(/\s*[,:]$/, '');
