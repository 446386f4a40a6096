import type { PaperFacts } from '../paper-facts';
import { publishedFrom, startOfDay, writtenDay } from './dates';
import { present } from './format-reader';
import type { OaiHeader } from './oai';
import { oneLine, optionalLine, paragraphs } from './text';
import { withdrawnBy } from './withdrawal';
import { child, childrenOf, childText, type XmlElement } from './xml-reader';

/** The `arXiv` format: authors by name parts, dates by day, no versions. */
export function arxivOaiFacts(metadata: XmlElement, header: OaiHeader): PaperFacts {
  const categories = (childText(metadata, 'categories') ?? '').split(/\s+/).filter(Boolean);
  const title = oneLine(childText(metadata, 'title') ?? '');
  const abstract = paragraphs(childText(metadata, 'abstract') ?? '');
  const comment = optionalLine(childText(metadata, 'comments'));
  const revised = writtenDay(childText(metadata, 'updated'));
  return {
    ...present({
      primaryCategory: categories[0],
      published: publishedFrom(childText(metadata, 'created')),
      revisedAt: revised && startOfDay(revised),
      asOf: header.datestamp,
      doi: optionalLine(childText(metadata, 'doi')),
      journalRef: optionalLine(childText(metadata, 'journal-ref')),
      comment,
      license: optionalLine(childText(metadata, 'license')),
    }),
    id: header.id,
    kind: 'oai-arxiv',
    title,
    abstract,
    authors: childrenOf(child(metadata, 'authors'), 'author').map(fullName).filter(Boolean),
    categories,
    withdrawn: withdrawnBy({ abstract, comment }),
  };
}

const fullName = (author: XmlElement): string =>
  oneLine(['forenames', 'keyname', 'suffix'].map((part) => childText(author, part) ?? '').join(' '));
