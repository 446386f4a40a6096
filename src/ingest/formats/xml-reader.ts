import { SaxesParser } from 'saxes';

/** An element of a record, whole: its own text, attributes by local name, and children. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
  line: number;
};

export type XmlHandlers = {
  /** The document's first element. Throw an `XmlFault` to refuse the document. */
  onRoot(root: XmlElement): void;
  /** A record with everything in it; `oversized` names the field that was too large to keep. */
  onRecord(record: XmlElement, oversized: string | undefined): void;
  /** Any other element that holds text alone, with the name of its parent. */
  onLeaf(leaf: XmlElement, parent: string): void;
};

/** Why the rest of a document cannot be read. What came before it stands. */
export class XmlFault extends Error {
  override name = 'XmlFault';
}

const LARGEST_FIELD = 1_000_000;
const LARGEST_RECORD = 4_000_000;
const MOST_ELEMENTS = 20_000;
const DEEPEST = 32;
const SLICE = 65_536;

/**
 * Reads XML as it streams in and hands out one record at a time, so that memory is bounded by one record. Document type
 * declarations are refused (no entity but XML's own five is ever expanded); nesting, fields and records have limits.
 */
export function createXmlReader(records: ReadonlySet<string>, handlers: XmlHandlers) {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let recordDepth: number | undefined;
  let oversized: string | undefined;
  let size = 0;
  let elements = 0;
  let sinceEvent = 0;

  parser.on('error', (error) => {
    throw new XmlFault(`the XML is broken: ${error.message.replace(/^\d+:\d+: /, '')}`);
  });
  parser.on('doctype', () => {
    throw new XmlFault('it has a document type declaration, which is refused because of entity bombs');
  });
  parser.on('opentag', (tag) => {
    sinceEvent = 0;
    if (open.length >= DEEPEST) throw new XmlFault(`its elements are nested more than ${DEEPEST} deep`);
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) attributes[attribute.local] = attribute.value;
    const element = { name: tag.local, attributes, text: '', children: [], line: parser.line };
    if (open.length === 0) handlers.onRoot(element);
    if (recordDepth !== undefined) {
      elements += 1;
      if (elements > MOST_ELEMENTS) oversized ??= 'number of elements';
      else open.at(-1)?.children.push(element);
    } else if (records.has(tag.local)) {
      recordDepth = open.length;
      elements = 0;
      size = 0;
      oversized = undefined;
    } else {
      const parent = open.at(-1);
      // Marks the parent as no leaf; the children themselves are not kept.
      if (parent) parent.children = [element];
    }
    open.push(element);
  });
  const onText = (text: string) => {
    sinceEvent = 0;
    const element = open.at(-1);
    if (!element) return;
    size += text.length;
    if (element.text.length + text.length <= LARGEST_FIELD && size <= LARGEST_RECORD) element.text += text;
    else if (recordDepth !== undefined) oversized ??= element.name;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    sinceEvent = 0;
    const element = open.pop();
    if (!element) return;
    if (recordDepth === open.length) {
      recordDepth = undefined;
      handlers.onRecord(element, oversized);
    } else if (recordDepth === undefined) {
      size = 0;
      if (element.children.length === 0) handlers.onLeaf(element, open.at(-1)?.name ?? '');
    }
  });

  return {
    /** The line that the reader has reached. */
    line: () => parser.line,
    write(text: string): void {
      for (let at = 0; at < text.length; at += SLICE) {
        const slice = text.slice(at, at + SLICE);
        sinceEvent += slice.length;
        parser.write(slice);
        // Text is handed out whole, so an endless one would fill the memory before any limit above could act.
        if (sinceEvent > 2 * LARGEST_RECORD) throw new XmlFault('it holds a single text of more than 8 MB');
      }
    },
    end(): void {
      parser.close();
    },
  };
}

/** The first child of that name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((candidate) => candidate.name === name);

/** The text of the first child of that name; nothing where there is none or it is blank. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  const text = child(element, name)?.text.trim();
  return text === '' ? undefined : text;
}

/** All children of that name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((candidate) => candidate.name === name) ?? [];
