// Node's data call a few zones by the names they had before 1993 or before their cities changed theirs.
const RENAMED: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const current = (name: string): string => RENAMED[name] ?? name;

const former = new Map(Object.entries(RENAMED).map(([old, name]) => [name, old]));

/** What browsers may still call a zone; undefined where its name never changed. */
export const formerZoneName = (name: string): string | undefined => former.get(name);

let names: readonly string[] | undefined;

/** The IANA time zones that a reader may choose, by their names of today, UTC first. */
export function zoneNames(): readonly string[] {
  names ??= [
    'UTC',
    ...Intl.supportedValuesOf('timeZone')
      .filter((name) => name.includes('/'))
      .map(current)
      .sort(),
  ];
  return names;
}

/**
 * The zone's name as we keep it, in whatever case or of whatever age the given one is. Undefined for what is no place on
 * Earth: an offset, or an abbreviation such as EST, which knows no summer time.
 */
export function canonicalZone(given: string): string | undefined {
  if (/^(?:etc\/)?(?:utc|uct|zulu|gmt)$/i.test(given)) return 'UTC';
  if (!/^[a-z]+(?:\/[a-z0-9_+-]+){1,2}$/i.test(given) || /^etc\//i.test(given)) return undefined;
  const wanted = given.toLowerCase();
  const own = zoneNames().find((name) => name.toLowerCase() === wanted);
  if (own !== undefined) return own;
  try {
    const resolved = current(new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone);
    return zoneNames().includes(resolved) ? resolved : undefined;
  } catch {
    return undefined;
  }
}
