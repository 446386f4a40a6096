// What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets), lone surrogates among it, and what it advises against.
const IMPOSSIBLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in XML. What cannot be written is left out. */
export const xmlText = (text: string): string =>
  text.replace(IMPOSSIBLE, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** An element with text, attributes and children; children are written XML. */
export function element(
  name: string,
  {
    text = '',
    attributes = {},
    children = [],
  }: { text?: string; attributes?: Record<string, string>; children?: string[] },
): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
  const inside = xmlText(text) + children.join('');
  return inside === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inside}</${name}>`;
}
