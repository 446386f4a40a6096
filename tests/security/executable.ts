// What a stored text may be made of: the elements of Markdown and TeX, KaTeX's spans, MathML and drawings.
const ELEMENTS = new Set(
  `p br hr em strong s code pre blockquote ul ol li a table thead tbody tr th td u sup sub span svg path line
   math semantics annotation mrow mi mo mn ms mtext mspace msup msub msubsup mover munder munderover mfrac msqrt mroot
   mstyle mpadded mphantom mtable mtr mtd menclose`.split(/\s+/),
);
const ATTRIBUTES =
  /^(href|rel|start|class|style|aria-hidden|xmlns|width|height|viewBox|preserveAspectRatio|d|[xy][12]|stroke-width|display|encoding|mathvariant|stretchy|separator|fence|lspace|rspace|minsize|maxsize|accent|accentunder|linethickness|scriptlevel|displaystyle|depth|voffset|rowspacing|columnalign|columnspacing|rowlines|columnlines|notation)$/;
const HREF = /^(https?:\/\/|\/(?![/\\]))/;
const STYLE = /^([\w-]+:\s?(-?[\d.]+(em|px|%)?|calc\([\d.%\sa-z+-]+\)|left|right|center|relative|solid|dashed);?\s?)+$/;

const TAG = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s=<>"'/]+(?:="[^"<>]*")?)*)\s*(\/?)>/g;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)(?:="([^"<>]*)")?/g;

/** What of a piece of stored HTML could act, or is not plainly one of the known elements; nothing in safe text. */
export function executableParts(html: string): string[] {
  const found: string[] = [];
  const rest = html.replace(TAG, (whole, _slash: string, name: string, attributes: string) => {
    if (!ELEMENTS.has(name)) found.push(whole);
    for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      const bad =
        !ATTRIBUTES.test(attribute) ||
        (attribute === 'href' && !HREF.test(decoded(value))) ||
        (attribute === 'style' && !STYLE.test(decoded(value)));
      if (bad) found.push(`${attribute}="${value}"`);
    }
    return '';
  });
  // Whatever is left must be text, in which every sign of markup is an entity.
  if (/</.test(rest)) found.push(rest.slice(Math.max(0, rest.indexOf('<') - 20), rest.indexOf('<') + 60));
  return found;
}

const decoded = (value: string): string =>
  value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
