const BOUNDARY = /[.!?…]+["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\p{N}])/gu;
const ABBREVIATION =
  /(?:^|[\s(["“‘])(?:e\.g|i\.e|cf|vs|viz|al|figs?|eqs?|secs?|refs?|tabs?|thm|prop|def|no|nos|vol|pp?|ch|ca|approx|resp|dr|prof|mrs?|ms|st|jr|sr|ph\.d|inc|ltd|phys|rev|lett|univ|dept|a\.k\.a|w\.r\.t|s\.t|i\.i\.d|\p{L})\.$/iu;

/** The first sentences of a plain-text abstract, for descriptions of a page. Points in "et al.", "Fig. 2" and initials do not end one. */
export function extract(abstractText: string, sentences = 2): string {
  const text = abstractText.slice(0, 4000).replace(/\s+/g, ' ').trim();
  let found = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    const end = (match.index as number) + match[0].trimEnd().length;
    if (ABBREVIATION.test(text.slice(Math.max(0, end - 24), end))) continue;
    found += 1;
    if (found >= sentences) return text.slice(0, end);
  }
  return text;
}
