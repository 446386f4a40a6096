import type { Detail } from '@/src/feed';
import { paperImagePath, paperPath, utcDayOf } from '@/src/shared';
import { PageMeta, type PageMetaProps } from './page-meta';
import { scholarlyArticle } from './scholarly-article';

type Props = { site: PageMetaProps['site']; paper: Detail; pdf: string; abs: string };

const DESCRIPTION = 200;

function firstWords(text: string): string {
  if (text.length <= DESCRIPTION) return text;
  return `${text.slice(0, text.lastIndexOf(' ', DESCRIPTION))} …`;
}

/** A paper's head: what search engines, link previews and reference managers read. */
export function PaperMeta({ site, paper, pdf, abs }: Props) {
  const published = utcDayOf(paper.publishedAt).replaceAll('-', '/');
  const path = paperPath(paper.id);
  return (
    <>
      <PageMeta
        site={site}
        title={paper.titleText}
        description={firstWords(paper.abstractText)}
        canonical={path}
        markdown={`${path}.md`}
        image={{ path: paperImagePath(paper.id), alt: `The title and authors of “${paper.titleText}”` }}
        type="article"
      />
      <meta name="citation_title" content={paper.titleText} />
      {paper.authors.map((author, index) => (
        <meta key={index} name="citation_author" content={author.name} />
      ))}
      <meta name="citation_publication_date" content={published} />
      <meta name="citation_online_date" content={published} />
      <meta name="citation_arxiv_id" content={paper.id} />
      <meta name="citation_pdf_url" content={pdf} />
      <meta name="citation_abstract_html_url" content={`${site.baseUrl}${path}`} />
      {paper.doi && <meta name="citation_doi" content={paper.doi} />}
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: scholarlyArticle(paper, { url: `${site.baseUrl}${path}`, abs, pdf }) }}
      />
    </>
  );
}
