import { chemistryToText } from './chemistry';
import { cleanSource } from './clean';
import { safeHref, unescapeUrl } from './link-spans';
import type { Node } from './nodes';
import type { TextReader } from './text-reader';
import { unitsToText } from './units';

type Construct = (reader: TextReader) => void;

/** Commands of running text whose arguments have to be arranged. */
export const CONSTRUCTS: ReadonlyMap<string, Construct> = new Map<string, Construct>([
  ...named('href', link),
  ...named('hyperlink hyperref', (reader) => {
    reader.skipOptions();
    link(reader);
  }),
  ...named('url nolinkurl path doi', address),
  ...named('footnote footnotetext', (reader) => {
    reader.trimEnd();
    reader.text(' (');
    for (const node of reader.group()) reader.node(node);
    reader.trimEnd();
    reader.text(')');
  }),
  ...named('textsuperscript sp', (reader) => script(reader, true)),
  ...named('textsubscript sb', (reader) => script(reader, false)),
  ...named('textcolor colorbox fcolorbox parbox raisebox scalebox resizebox rotatebox', (reader) => {
    reader.skipOptions();
    reader.rawGroup();
    reader.skipOptions();
    if (reader.hasGroup()) printGroup(reader);
  }),
  ...named('texorpdfstring replaced', (reader) => {
    printGroup(reader);
    reader.rawGroup();
  }),
  ...named('enquote', (reader) => {
    reader.text('“');
    printGroup(reader);
    reader.text('”');
  }),
  ...named('ce chem cee', (reader) => reader.text(chemistryToText(reader.rawGroup() ?? ''))),
  ...named('ion', (reader) => {
    const element = reader.rawGroup() ?? '';
    reader.text(`${element} ${(reader.rawGroup() ?? '').replace(/\\[a-z]+\s*|[{}]/g, '').toUpperCase()}`.trim());
  }),
  ...named('SI qty', (reader) => {
    const value = unitsToText(reader.rawGroup() ?? '');
    reader.text(`${value} ${unitsToText(reader.rawGroup() ?? '')}`.trim());
  }),
  ...named('si unit num', (reader) => reader.text(unitsToText(reader.rawGroup() ?? ''))),
  ...named('SIrange qtyrange', (reader) => {
    const [from, to, unit] = [reader.rawGroup(), reader.rawGroup(), reader.rawGroup()].map((part) =>
      unitsToText(part ?? ''),
    );
    reader.text(`${from}–${to} ${unit}`);
  }),
  ...named('ang', (reader) => reader.text(`${(reader.rawGroup() ?? '').replace(/;.*$/, '')}°`)),
  ...named('char symbol', character),
  ...named('ding', (reader) => {
    const number = Number(reader.rawGroup());
    reader.text(number >= 51 && number <= 52 ? '✓' : number >= 53 && number <= 56 ? '✗' : '');
  }),
  ...named('verb lstinline', verbatim),
]);

function named(names: string, construct: Construct): [string, Construct][] {
  return names.split(' ').map((name) => [name, construct]);
}

function groupNodes(reader: TextReader): Node[] {
  reader.skipSpaces();
  return reader.group();
}

/** Prints the group that follows as running text. */
export function printGroup(reader: TextReader): void {
  for (const node of groupNodes(reader)) reader.node(node);
}

function link(reader: TextReader): void {
  const raw = reader.rawGroup();
  if (raw === undefined) return;
  const href = safeHref(unescapeUrl(raw));
  const label: Node[] = reader.hasGroup() ? groupNodes(reader) : [{ kind: 'text', text: unescapeUrl(raw) }];
  if (href === undefined) for (const node of label) reader.node(node);
  else reader.node({ kind: 'link', href, children: withoutLinks(label) });
}

function address(reader: TextReader): void {
  const raw = reader.rawGroup();
  if (raw === undefined) return;
  const label = unescapeUrl(raw);
  const href = safeHref(/^10\.\d{4,9}\//.test(label) ? `https://doi.org/${label}` : label);
  if (href === undefined) reader.text(label);
  else reader.node({ kind: 'link', href, children: [{ kind: 'text', text: label }] });
}

/** HTML knows no link inside a link. */
const withoutLinks = (nodes: Node[]): Node[] =>
  nodes.flatMap((node) => {
    if (node.kind === 'link') return node.children;
    return node.kind === 'style' ? [{ ...node, children: withoutLinks(node.children) }] : [node];
  });

function script(reader: TextReader, raised: boolean): void {
  const source = reader.rawGroup();
  if (source !== undefined && source.trim() !== '')
    reader.node({ kind: 'script', raised, source: `\\text{${source}}` });
}

function character(reader: TextReader): void {
  const found = /^\s?(?:'([0-7]{1,3})|"([\dA-F]{1,4})|\{?(\d{1,4})\}?)/.exec(
    reader.source.slice(reader.at, reader.at + 10),
  );
  if (found === null) return;
  reader.at += found[0].length;
  const [, octal, hex, decimal] = found;
  const code = octal ? Number.parseInt(octal, 8) : hex ? Number.parseInt(hex, 16) : Number(decimal);
  if (code >= 32 && code !== 127) reader.text(cleanSource(String.fromCodePoint(code)));
}

function verbatim(reader: TextReader): void {
  const mark = reader.source[reader.at];
  const raw = mark === '{' ? reader.rawGroup() : undefined;
  if (raw !== undefined) {
    reader.styled('code', [{ kind: 'text', text: raw }]);
    return;
  }
  const end =
    mark === undefined || /[\s\w{]/.test(mark)
      ? -1
      : reader.source.slice(0, reader.at + 300).indexOf(mark, reader.at + 1);
  if (end < 0) return;
  reader.styled('code', [{ kind: 'text', text: reader.source.slice(reader.at + 1, end) }]);
  reader.at = end + 1;
}
