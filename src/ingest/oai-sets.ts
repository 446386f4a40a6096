// The physics group holds these archives; every other archive is a group of its own.
const PHYSICS = new Set([
  'astro-ph',
  'cond-mat',
  'gr-qc',
  'hep-ex',
  'hep-lat',
  'hep-ph',
  'hep-th',
  'math-ph',
  'nlin',
  'nucl-ex',
  'nucl-th',
  'physics',
  'quant-ph',
]);

/** The OAI-PMH set of an arXiv category, `group:archive:CATEGORY`: `cs.AI` → `cs:cs:AI`, `hep-th` → `physics:hep-th`. */
export function oaiSetOf(category: string): string {
  const [archive = category, subject] = category.split('.');
  const group = PHYSICS.has(archive) ? 'physics' : archive;
  if (subject !== undefined) return `${group}:${archive}:${subject}`;
  return group === archive ? archive : `${group}:${archive}`;
}

/** The category that a set of the new server names, if it names one: `cs:cs:AI` → `cs.AI`, `cs` → nothing. */
export function categoryOfSet(set: string): string | undefined {
  const [group, archive, subject] = set.split(':');
  if (archive !== undefined && subject !== undefined) return `${archive}.${subject}`;
  // Archives of physics that have no subjects of their own are categories themselves.
  const undivided = group === 'physics' && archive !== undefined && !/^(astro-ph|cond-mat|nlin|physics)$/.test(archive);
  return undivided ? archive : undefined;
}
