import { pairs } from './pairs';

// What Windows-1252 has where Latin-1 has C1 controls; the HTML standard reads them so too.
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Controls, bidi overrides and isolates, zero-width and other format characters, lone surrogates, blank letters:
// nothing a paper needs, everything that hides or reorders text.
const UNWANTED =
  /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]|[\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;
const NEEDS_CLEANING =
  /[^\n\x20-\x7e\xa1-\xac\xae-\u02ff\u0390-\u0600\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2190-\u2328\u232b-\u2a00]/;

// Joiners are letters' business in Arabic, Indic and emoji sequences, and a disguise elsewhere.
const STRAY_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)[\u200c\u200d]/gu;
// More than four marks on one letter are ink over the neighbours' lines.
const MARK_PILE = /(\p{M}{4})\p{M}+/gu;

/** Source text without control, bidi and invisible characters, line ends as `\n`, in NFC. Linear in the input. */
export function cleanSource(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029\x85\v\f]/g, '\n')
    .replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? '')
    .replace(UNWANTED, '')
    .replace(STRAY_JOINER, '')
    .replace(/[\t\u1680\u2000-\u2006\u2008\u205f]/g, ' ')
    .normalize('NFC')
    .replace(MARK_PILE, '$1');
}

const NAMED = pairs(`
  amp & lt < gt > quot " apos ' ndash – mdash — hellip … lsquo ‘ rsquo ’ ldquo “ rdquo ” times × plusmn ± deg °
  middot · le ≤ ge ≥ alpha α beta β gamma γ delta δ mu μ micro µ auml ä ouml ö uuml ü Auml Ä Ouml Ö Uuml Ü szlig ß
  eacute é egrave è agrave à aacute á iacute í oacute ó uacute ú ccedil ç ntilde ñ iuml ï ecirc ê ocirc ô aring å oslash ø
`);

/** HTML entities as characters, once: `&amp;lt;` becomes `&lt;`. The result is text and is escaped when written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return name === 'nbsp' ? ' ' : (NAMED.get(name) ?? whole);
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code === 0 || code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
}
