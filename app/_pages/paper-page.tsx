import { permanentRedirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PaperMeta } from '@/components/head/paper-meta';
import { PaperFacts } from '@/components/paper/paper-facts';
import { PaperSheet } from '@/components/paper/paper-sheet';
import { Rail, RailBlock } from '@/components/period/rail';
import { SampleBanner } from '@/components/sample-banner';
import { Voters as VoterNames } from '@/components/votes/voters';
import { ASSETS } from '@/lib/next/assets';
import { discussionOptions } from '@/lib/next/discussion-options';
import { linksOf } from '@/lib/next/paper-links';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import type { ClaimedAuthor } from '@/src/claims';
import type { DiscussionOptions } from '@/src/comments';
import type { Detail } from '@/src/feed';
import { paperUrls, parsePaperId } from '@/src/papers';
import { parseSide, type Side } from '@/src/search';
import { paperPath, utcDayOf } from '@/src/shared';
import type { Voters } from '@/src/votes';
import { CommentsSection } from './discussion/comments-section';
import { Refused } from './refused';
import { SimilarSection } from './similar-section';

/** The page of the paper that a path names; other spellings of its id lead to the canonical one. */
export async function paperPage(segments: string[], query: Query): Promise<ReactNode> {
  const asked = segments.join('/');
  const id = parsePaperId(asked);
  if (!id.ok) return <Refused refusal={{ code: 'not-an-id', message: id.refusal.message }} />;
  if (id.value !== asked) permanentRedirect(paperPath(id.value));
  const paper = await reads.paper(id.value);
  if (!paper.ok) {
    return (
      <Refused refusal={paper.refusal} ways={[{ href: paperUrls(id.value).abs, label: 'Look for it at arXiv' }]} />
    );
  }
  const [voters, authors] = await Promise.all([reads.voters(id.value), reads.claimedAuthors(id.value)]);
  const side = parseSide(await queryValue(query, 'similar'));
  const options = await discussionOptions(query);
  return <Paper paper={paper.value} voters={voters} authors={authors} options={options} side={side} />;
}

// arXiv makes HTML from TeX since December 2023: info.arxiv.org/about/accessible_HTML.html
const hasHtml = (id: string): boolean => /^\d{4}\./.test(id) && id >= '2312';

type Props = {
  paper: Detail;
  voters: Voters;
  authors: ClaimedAuthor[];
  options: DiscussionOptions;
  side: Side;
};

function Paper({ paper, voters, authors, options, side }: Props) {
  const urls = paperUrls(paper.id);
  const addresses = {
    ...urls,
    html: hasHtml(paper.id) ? urls.html : null,
    hub: linksOf(paper).hub,
    own: `${site().baseUrl}${paperPath(paper.id)}`,
  };
  return (
    <PageFrame
      siteName={site().name}
      rail={
        <Rail prints>
          <RailBlock heading="About the paper">
            <PaperFacts paper={paper} today={utcDayOf(reads.requestTime())} arxivUrl={urls.abs} />
          </RailBlock>
          {authors.length > 0 && (
            <RailBlock heading="Its authors here">
              <VoterNames voters={{ named: authors, more: 0 }} />
            </RailBlock>
          )}
          <RailBlock heading="Upvoted here by">
            <VoterNames voters={voters} />
          </RailBlock>
        </Rail>
      }
    >
      <PaperMeta site={site()} paper={paper} pdf={urls.pdf} abs={urls.abs} />
      <MathFonts html={[paper.titleHtml, paper.abstractHtml]} fonts={ASSETS.mathFonts} />
      {paper.sample && <SampleBanner />}
      {paper.hidden && (
        <p className="notice mb-6">
          A moderator took this paper out of the lists. The <a href="/moderation">public log</a> says why.
        </p>
      )}
      <PaperSheet paper={paper} addresses={addresses} />
      <SimilarSection paper={paper} side={side} />
      <CommentsSection paperId={paper.id} options={options} />
      <p className="no-print mt-8 text-sm text-quiet">
        <a href={`/claim?paper=${paper.id}`}>Are you an author?</a>
        {' · '}
        <a href={`/flag/paper?id=${paper.id}`}>Flag this paper</a>
      </p>
    </PageFrame>
  );
}
