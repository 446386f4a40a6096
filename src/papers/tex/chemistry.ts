import { subscript, superscript } from './scripts';

/** mhchem's `\ce{…}` in plain text: counts lowered, charges and isotopes raised, arrows and bonds as signs. */
export function chemistryToText(source: string): string {
  return source
    .slice(0, 2000)
    .replace(/<=>|<-->|<->/g, '⇌')
    .replace(/->/g, '→')
    .replace(/\^\{([^{}]*)\}|\^(\d*[+-]|\d+)/g, (_, group, bare) => superscript(group ?? bare))
    .replace(/_\{([^{}]*)\}|_(\d+)/g, (_, group, bare) => subscript(group ?? bare))
    .replace(/(?<=[A-Za-z)\]])\d+/g, (count) => subscript(count))
    .replace(/(?<=[A-Za-z₀-₉)\]])([+-])(?![\w(])/g, (charge) => superscript(charge))
    .replace(/[\\{}$]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
