import type { ReactNode } from 'react';
import { CiteSheet } from '@/components/citations/cite-sheet';
import { counted } from '@/components/dates';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { StoredHtml } from '@/components/stored-html';
import { ASSETS } from '@/lib/next/assets';
import { citationTexts, MOST_ENTRIES, readCited } from '@/lib/next/citations';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { CITATION_FORMATS, type CitationFormatName } from '@/src/citations';
import type { PaperId } from '@/src/papers';
import { Refused } from './refused';

const USES: Record<CitationFormatName, string> = {
  bibtex: 'for LaTeX with BibTeX',
  biblatex: 'for LaTeX with Biber',
  ris: 'for Zotero, EndNote, Mendeley',
  'csl-json': 'for Zotero, Pandoc and programs',
};
const FORMATS = Object.keys(CITATION_FORMATS) as CitationFormatName[];

/** The citations of the paper or the list whose page has this path. */
export async function citePage(path: readonly string[], query: URLSearchParams): Promise<ReactNode> {
  const read = await readCited(path, query);
  if (!read.ok) return <Refused refusal={{ ...read.refusal, code: 'bad-query' }} />;
  const { ids, single, title } = read.value;
  const paper = single ? await reads.paper(ids[0] as PaperId) : undefined;
  if (paper && !paper.ok) return <Refused refusal={paper.refusal} />;
  const texts = paper ? await citationTexts(ids) : undefined;
  const page = `/${path.map(encodeURIComponent).join('/')}${query.size > 0 ? `?${query}` : ''}`;
  const formats = FORMATS.map((key) => ({
    key,
    name: CITATION_FORMATS[key].name,
    use: USES[key],
    href: `/citations/${key}${page}`,
    text: texts?.[key],
  }));
  const heading = paper ? <StoredHtml html={paper.value.titleHtml} /> : title;
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title={`Cite ${paper?.value.titleText ?? title}`} description="Citations." />
      {paper && <MathFonts html={[paper.value.titleHtml]} fonts={ASSETS.mathFonts} />}
      <div className="max-w-[44rem]">
        <p className="mb-2 text-sm font-semibold text-accent">Cite</p>
        <h1 className="headline">
          <a href={page}>{heading}</a>
        </h1>
        {!paper && <p className="mt-2 text-[0.9375rem] text-quiet">{howMany(ids.length)}</p>}
        <CiteSheet formats={formats} />
      </div>
    </PageFrame>
  );
}

const howMany = (count: number): string =>
  count === MOST_ENTRIES
    ? `The first ${MOST_ENTRIES.toLocaleString('en')} papers of a longer list; take it by months for all of them.`
    : `${counted(count, 'paper')}, in the order of the page.`;
