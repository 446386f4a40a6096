import type { CitedPaper } from './cited-paper';
import { partName } from './person-name';
import { type Letters, texText } from './tex-text';

export type Field = [name: string, value: string | null | undefined | false];

/** An entry of a `.bib` file; fields without a value are left out. */
export function texEntry(type: string, { key, fields }: { key: string; fields: readonly Field[] }): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${type}{${key},\n${lines.join(',\n')}\n}\n`;
}

/** Authors as "Family, Given and …"; null where nobody is named. */
export function texAuthors({ authors }: CitedPaper, letters: Letters): string | null {
  // A dash has no place in a name; somebody's editor made it of a hyphen.
  const text = (plain: string): string => texText(plain.replace(/[‐-―]/g, '-'), letters);
  const names = authors.map((author) => {
    const name = partName(author);
    if ('literal' in name) return `{${text(name.literal)}}`;
    // BibTeX takes everything before the last lower-case word for particles.
    const family = / \p{Ll}/u.test(name.family) ? `{${text(name.family)}}` : text(name.family);
    const whole = [name.particle && text(name.particle), family].filter(Boolean).join(' ');
    return [whole, ...[name.suffix, name.given].filter(Boolean).map(text)].join(', ');
  });
  return names.length === 0 ? null : names.join(' and ');
}

/** What is read letter by letter, such as an address or a DOI: without what would end the field. */
export const verbatim = (text: string): string => text.replace(/[{}\\%$\s]/g, (sign) => encodeURIComponent(sign));
