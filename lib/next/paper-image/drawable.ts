// What the fonts of the image hold. For any other character the renderer would ask a font server on the network.
const OUTSIDE = /[^\u0020-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ac\u2122\u2212]/gu;

/** A text with compatibility forms resolved (x² to x2) and without characters that the image's fonts lack. */
export const drawable = (text: string): string =>
  text.normalize('NFKC').replace(OUTSIDE, ' ').replace(/\s+/g, ' ').trim();

/** The words that fit into so many characters. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, text.lastIndexOf(' ', length))} …`;
}
