import { pairs } from './pairs';

/** TeX's accent commands and the combining character each puts on the next letter. LaTeX2e reference, "Accents". */
export const ACCENTS = pairs(`
  \` \u0300 ' \u0301 ^ \u0302 ~ \u0303 = \u0304 u \u0306 . \u0307 " \u0308 r \u030a H \u030b v \u030c G \u030f d
  \u0323 c \u0327 k \u0328 b \u0331 t \u0361 h \u0309
`);

/** Letters and signs that TeX writes as a command in running text. */
export const TEXT_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...pairs(`
  L Ł l ł O Ø o ø ss ß SS ẞ AE Æ ae æ OE Œ oe œ AA Å aa å i ı j ȷ DH Ð dh ð TH Þ th þ DJ Đ dj đ NG Ŋ ng ŋ S § P ¶
  dag † ddag ‡ copyright © pounds £ texttrademark ™ textregistered ® textcopyright © textdegree ° degree ° degrees
  ° textordmasculine º textordfeminine ª textmu µ textohm Ω textmicro µ micro µ texteuro € euro € textsterling £
  textyen ¥ textdollar $ textcent ¢ textsection § textparagraph ¶ textbullet • textperiodcentered · textellipsis …
  textpm ± texttimes × textdiv ÷ textonehalf ½ textonequarter ¼ textless < textgreater > textbar | textbackslash
  \\ textbraceleft { textbraceright } textunderscore _ textasciitilde ~ textasciicircum ^ textasciigrave \`
  textquotesingle ' textquotedbl " textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ”
  guillemotleft « guillemotright » guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright › quotedblbase
  „ quotesinglbase ‚ glqq „ grqq “ flqq « frqq » lq ‘ rq ’ textendash – textemdash — textexclamdown ¡
  textquestiondown ¿ textdagger † textdaggerdbl ‡ textasteriskcentered * textasciimacron ¯ textrightarrow →
  textleftarrow ← textuparrow ↑ textdownarrow ↓ textvisiblespace ␣ textnumero № textcelsius ℃ celsius °C
  textperthousand ‰ permil ‰ textalpha α textbeta β textgamma γ textdelta δ textDelta Δ textepsilon ε textlambda λ
  textmugreek μ textsigma σ textphi φ textpi π texttau τ textomega ω textOmega Ω textkappa κ textrho ρ textchi χ
  texteta η texttheta θ textnu ν cmark ✓ xmark ✗ checkmark ✓ TeX TeX LaTeX LaTeX LaTeXe LaTeX2e BibTeX BibTeX
  slash / today today eg e.g. ie i.e. Eg E.g. Ie I.e. etc etc. wrt w.r.t. iid i.i.d. vs vs. cf cf. aka a.k.a. viz
  viz.
  `),
  ['etal', 'et al.'],
  ['newline', ' '],
  ['linebreak', ' '],
  ['quad', ' '],
  ['qquad', ' '],
  ['space', ' '],
  ['enspace', ' '],
  ['thinspace', '\u202f'],
  ['hfill', ' '],
  ['hfil', ' '],
  ['nobreakspace', '\u00a0'],
]);

/** The letter with its accent, composed where Unicode has it; the letter alone when nothing printable carries a mark. */
export function accented(letter: string, mark: string): string {
  // A dotless i or j only exists to make room for the accent, which Unicode composes on the dotted letter.
  const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
  return (base + mark).normalize('NFC');
}

/** The letter with the accent that TeX's command puts on it, such as `"` or `v`; the letter alone for other commands. */
export const accentOf = (command: string, letter: string): string => {
  const mark = ACCENTS.get(command);
  return letter === '' || mark === undefined ? letter : accented(letter, mark);
};
