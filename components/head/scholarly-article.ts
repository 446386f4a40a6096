import type { Detail } from '@/src/feed';
import { categoryName } from '@/src/shared';

type Urls = { url: string; abs: string; pdf: string };

/** schema.org's ScholarlyArticle as text that is safe inside a script element. */
export function scholarlyArticle(paper: Detail, { url, abs, pdf }: Urls): string {
  const article = {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': url,
    url,
    name: paper.titleText,
    headline: paper.titleText.slice(0, 110),
    // A sample's summary is ours, not the authors'.
    ...(paper.sample ? { description: paper.abstractText } : { abstract: paper.abstractText }),
    author: paper.authors.map(({ name }) => ({ '@type': 'Person', name })),
    datePublished: paper.publishedAt.toISOString(),
    ...(paper.revisedAt && { dateModified: paper.revisedAt.toISOString() }),
    identifier: [
      { '@type': 'PropertyValue', propertyID: 'arXiv', value: paper.id },
      ...(paper.doi ? [{ '@type': 'PropertyValue', propertyID: 'DOI', value: paper.doi }] : []),
    ],
    sameAs: abs,
    about: paper.categories.map(categoryName),
    ...(paper.license && { license: paper.license }),
    encoding: { '@type': 'MediaObject', contentUrl: pdf, encodingFormat: 'application/pdf' },
  };
  // "</script>" and "<!--" would end or change the element.
  return JSON.stringify(article).replaceAll('<', '\\u003c');
}
