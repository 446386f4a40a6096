import { categoryOfSet } from '../oai-sets';
import type { PaperFacts } from '../paper-facts';
import { forenameFirst } from './author-list';
import { publishedFrom } from './dates';
import { present } from './format-reader';
import type { OaiHeader } from './oai';
import { oneLine, optionalLine, paragraphs } from './text';
import { withdrawnBy } from './withdrawal';
import { childrenOf, childText, type XmlElement } from './xml-reader';

const CATEGORY = /^[a-z][a-z-]*(\.[A-Za-z-]+)?$/;
const COMMENT = /^Comment:\s*/;

/**
 * Simple Dublin Core. The new server writes category codes as subjects; the old one writes names ("Mathematics - Logic"),
 * from which no category can be had.
 */
export function dublinCoreFacts(metadata: XmlElement, header: OaiHeader): PaperFacts {
  const texts = (name: string) => childrenOf(metadata, name).map((element) => element.text.trim());
  const descriptions = texts('description');
  const categories = categoriesOf(texts('subject'), header.sets);
  const title = oneLine(childText(metadata, 'title') ?? '');
  const abstract = paragraphs(descriptions.find((text) => !COMMENT.test(text)) ?? '');
  const comment = optionalLine(descriptions.find((text) => COMMENT.test(text))?.replace(COMMENT, ''));
  const doi = texts('identifier').find((text) => /^doi:/i.test(text));
  return {
    ...present({
      primaryCategory: categories?.[0],
      categories,
      published: publishedFrom(texts('date')[0]),
      asOf: header.datestamp,
      doi: optionalLine(doi?.replace(/^doi:/i, '')),
      journalRef: optionalLine(texts('identifier').find((text) => !/^(doi:|https?:)/i.test(text))),
      comment,
    }),
    id: header.id,
    kind: 'oai-dc',
    title,
    abstract,
    authors: texts('creator').map(forenameFirst).filter(Boolean),
    withdrawn: withdrawnBy({ abstract, comment }),
  };
}

function categoriesOf(subjects: string[], sets: string[]): string[] | undefined {
  const codes = subjects.filter((subject) => CATEGORY.test(subject));
  if (codes.length > 0) return codes;
  const fromSets = sets.flatMap((set) => categoryOfSet(set) ?? []);
  return fromSets.length > 0 ? fromSets : undefined;
}
