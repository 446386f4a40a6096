const SUPERSCRIPTS = zip(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ*∗†′',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᵠᵡ**†′',
);
const SUBSCRIPTS = zip('0123456789+-−=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');
/** Marks that Unicode has no raised or lowered form of, and that read well on the line. */
const STANDS_ALONE = /^(?:[†‡∗*★⋆′″‴°☉⊕⊗⊥∥±∓♯♭#%])+$/u;
const SHORT_WORD = /^(?:[0-9+\-−=()]+|[*∗†]?[+−-]?[\p{L}\d]{1,2}|[*∗†]?[+−-]|th|st|nd|rd)$/u;

function zip(from: string, to: string): ReadonlyMap<string, string> {
  const target = [...to];
  return new Map([...from].map((char, index) => [char, target[index] ?? char]));
}

/**
 * An exponent in plain text: `²`, `⁻³`, `ⁿ` where Unicode has raised characters for a short one, else `^x` or `^(n+1)`.
 */
export const superscript = (text: string): string => raised({ text, map: SUPERSCRIPTS, sign: '^' });

/** An index in plain text: `₂`, `ᵢⱼ` where Unicode has lowered characters for a short one, else `_Q` or `_(max)`. */
export const subscript = (text: string): string => raised({ text, map: SUBSCRIPTS, sign: '_' });

function raised({ text, map, sign }: { text: string; map: ReadonlyMap<string, string>; sign: string }): string {
  const compact = text.trim().replace(/ ?([=+−<>]) ?/g, '$1');
  if (compact === '') return '';
  if (compact === '⊙') return '☉';
  if (compact === '∘') return sign === '^' ? '°' : '∘';
  if (STANDS_ALONE.test(compact)) return compact;
  if (SHORT_WORD.test(compact)) {
    let out = '';
    for (const char of compact) {
      const mapped = map.get(char);
      if (mapped === undefined) break;
      out += mapped;
    }
    if ([...out].length === [...compact].length) return out;
  }
  if (/^.\p{M}*$/su.test(compact)) return sign + compact;
  return /^\(.*\)$/s.test(compact) ? sign + compact : `${sign}(${compact})`;
}
