import type { PaperVersion } from '@/src/papers';
import type { PaperFacts } from '../paper-facts';
import { splitAuthors } from './author-list';
import { mailInstant } from './dates';
import { present } from './format-reader';
import type { OaiHeader } from './oai';
import { oneLine, optionalLine, paragraphs } from './text';
import { withdrawnBy } from './withdrawal';
import { childrenOf, childText, type XmlElement } from './xml-reader';

/** `arXivRaw`: arXiv's own record with the whole version history. */
export function arxivRawFacts(metadata: XmlElement, header: OaiHeader): PaperFacts {
  const versions = childrenOf(metadata, 'version').flatMap(readVersion);
  const first = versions[0];
  const last = versions.at(-1);
  const categories = (childText(metadata, 'categories') ?? '').split(/\s+/).filter(Boolean);
  const title = oneLine(childText(metadata, 'title') ?? '');
  const abstract = paragraphs(childText(metadata, 'abstract') ?? '');
  const comment = optionalLine(childText(metadata, 'comments'));
  return {
    ...present({
      authors: splitAuthors(childText(metadata, 'authors') ?? ''),
      primaryCategory: categories[0],
      published: first && ({ at: new Date(first.createdAt), precision: 'instant' } as const),
      revisedAt: last && new Date(last.createdAt),
      latestVersion: last?.version,
      asOf: header.datestamp,
      doi: optionalLine(childText(metadata, 'doi')),
      journalRef: optionalLine(childText(metadata, 'journal-ref')),
      comment,
      license: optionalLine(childText(metadata, 'license')),
    }),
    id: header.id,
    kind: 'oai-arxiv-raw',
    title,
    abstract,
    categories,
    versions,
    withdrawn: lastIsIgnored(metadata) || withdrawnBy({ abstract, comment }),
  };
}

function readVersion(element: XmlElement): PaperVersion[] {
  const version = Number(/^v?(\d+)$/.exec(element.attributes['version'] ?? '')?.[1] ?? Number.NaN);
  const at = mailInstant(childText(element, 'date'));
  if (!Number.isInteger(version) || version < 1 || at === undefined) return [];
  return [{ version, createdAt: at.toISOString(), ...present({ size: optionalLine(childText(element, 'size')) }) }];
}

// Source type I ("ignore") with nothing in it is how arXiv stores the notice that replaces a withdrawn paper.
function lastIsIgnored(metadata: XmlElement): boolean {
  const last = childrenOf(metadata, 'version').at(-1);
  return childText(last, 'source_type') === 'I' && /^0\s*kb$/i.test(childText(last, 'size') ?? '');
}
