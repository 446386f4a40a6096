import { failed } from '@/app/_pages/refused';
import { InterestWeights } from '@/components/about/interest-weights';
import { Formula, ProseSection } from '@/components/about/prose';
import { TrendingTable } from '@/components/about/trending-table';
import { PageFrame } from '@/components/frame/page-frame';
import { ARXIV_THANKS } from '@/components/frame/thanks';
import { PageMeta } from '@/components/head/page-meta';
import { env } from '@/lib/env';
import { guarded } from '@/lib/next/guarded';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { TRENDING_DAYS_PER_DOUBLING, TRENDING_EPOCH, trendingKey } from '@/src/feed';
import { FEWEST_DAYS, FEWEST_WANTED_PAPERS, HELD_OUT_SHARE, type UsedModel } from '@/src/recommend';
import { addDays, categoryName, categoryPath } from '@/src/shared';

const today = addDays(TRENDING_EPOCH, 10_000);
const EXAMPLES = [
  { votes: 63, ageDays: 0 },
  { votes: 63, ageDays: 4 },
  { votes: 15, ageDays: 0 },
  { votes: 7, ageDays: 1 },
  { votes: 127, ageDays: 10 },
  { votes: 1, ageDays: 0 },
  { votes: 0, ageDays: 0 },
].map((example) => ({
  ...example,
  points:
    trendingKey({ votes: example.votes, firstListed: addDays(today, -example.ageDays) }) -
    trendingKey({ votes: 0, firstListed: today }),
}));

const byPoints = EXAMPLES.toSorted((a, b) => b.points - a.points);

export default function Page() {
  return guarded(async () => <About used={await reads.interest()} />, failed);
}

function About({ used }: { used: UsedModel | null }) {
  const { name } = site();
  return (
    <PageFrame siteName={name}>
      <PageMeta
        site={site()}
        title={`About ${name}`}
        description="What is carried, where it comes from, and how the order is made, in words and numbers."
        canonical="/about"
      />
      <h1 className="headline mb-6">About {name}</h1>
      <div className="prose">
        <p>
          {name} is a daily newspaper of research papers. Every announcement day has a page, and the page never changes
          its address. It is the same for every reader: nothing here is arranged by what you have clicked.
        </p>
      </div>
      <ProseSection id="carried" heading="What is carried">
        <p>
          A day’s list holds the papers that arXiv announced that day, new or cross-listed, in the categories below, and
          those that people picked that day, whatever their category. New versions of older papers are not listed again;
          their own pages show them.
        </p>
        <ul>
          {env().ARXIV_CATEGORIES.map((code) => (
            <li key={code}>
              <a href={categoryPath(code)}>{categoryName(code)}</a> ({code})
            </li>
          ))}
        </ul>
        <p>
          Withdrawn papers stay, are marked as such, and come last in every list. arXiv announces on the evenings of
          Sunday to Thursday, New York time, so that lists are dated Monday to Friday and holidays have none.{' '}
          <a href="/status">Status</a> holds what arXiv said it announced against what is stored here.
        </p>
      </ProseSection>
      <Order />
      <Interest used={used} />
      <ProseSection id="sources" heading="Sources">
        <p>
          Titles, authors, abstracts and versions are arXiv’s. {ARXIV_THANKS} Picks, votes and comment counts of the
          first days come from the daily list of the Hub (<a href={env().HUB_URL}>{new URL(env().HUB_URL).host}</a>) as
          it stood when it was read, and are marked as such. {name} is not run by either of them.
        </p>
        <p>
          Text belongs to its authors, under the licence that each paper’s page names. {name} itself is free software
          under the Apache License 2.0.
        </p>
      </ProseSection>
      <ProseSection id="privacy" heading="Reading without being read">
        <p>
          Pages make no request to anyone else and work without JavaScript. Reading sets no cookie; signing in does. The
          one script adds keys (press ?), the switch for light and dark, and what belongs to people who signed in.
        </p>
      </ProseSection>
    </PageFrame>
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

const Interest = ({ used }: { used: UsedModel | null }) => (
  <ProseSection id="interest" heading="The guess for papers without votes">
    {used === null ? (
      <p>It is turned off here: papers without votes stand by date.</p>
    ) : (
      <>
        <p>
          A day begins without votes. So that it does not begin at random, a small model guesses how much each paper may
          be wanted, from its words, categories, number of authors, links to code or a project page, and how often
          papers of its authors were wanted before. Its weights are added up to log-odds; a single vote outweighs them,
          no paper is marked by them, and nothing that you do here goes in but votes, which count for all alike.
        </p>
        <Formula>interest = bias + Σ weight of each sign + Σ weight of each word × its share of the text</Formula>
        <p>
          {used.source === 'own'
            ? `The weights in use (${used.name}) were trained on votes cast here.`
            : `The weights in use (${used.name}) came with the software. They were trained on which of 61,196 papers of March 2025 to May 2026 were picked for the daily list of the Hub; on later days that they had not seen, 59 % of what was picked stood within a day’s first thirty of some 270 papers.`}{' '}
          Once {FEWEST_WANTED_PAPERS} papers on {FEWEST_DAYS} days have votes of this site’s own, it trains its own
          every night. They are used only if they do better on the last {percent(HELD_OUT_SHARE)} of those days, which
          they have not seen.
          {used.figures &&
            ` Compared last on ${used.figures && used.madeAt ? used.madeAt.toISOString().slice(0, 10) : ''}: own weights had an AUC of ${used.figures.own.auc.toFixed(3)} and ${percent(used.figures.own.first)} within the first thirty, the shipped ones ${used.figures.shipped.auc.toFixed(3)} and ${percent(used.figures.shipped.first)}.`}
        </p>
        <p>
          Hold against it that it prefers long author lists, people whose papers were picked before, links to code, and
          the phrases and subjects that one site’s readers liked. That is why votes always come first.
        </p>
        <InterestWeights used={used} />
      </>
    )}
  </ProseSection>
);

const Order = () => (
  <ProseSection id="order" heading="How the order is made">
    <h3>Day, week and month</h3>
    <p>
      Papers stand in the order of votes. Where two have as many, the one with more comments is first; then, among
      papers without a vote, the one that may be <a href="#interest">wanted more</a>; then the one published later, then
      the one with the higher identifier. Sorted by “Newest”, they stand by date of publication; by “Most discussed”, by
      comments, then votes. Each paper appears once in a week or month, however often it was listed.
    </p>
    <Formula>votes ↓ &ensp; comments ↓ &ensp; interest ↓ if votes = 0 &ensp; published ↓ &ensp; identifier ↓</Formula>
    <h3>Trending</h3>
    <p>
      Trending weighs votes against age over all days. Every doubling of votes makes up for {TRENDING_DAYS_PER_DOUBLING}{' '}
      days, counted from the day on which the paper was first listed:
    </p>
    <Formula>
      points = log<sub>2</sub>(1 + votes) + days / {TRENDING_DAYS_PER_DOUBLING}
    </Formula>
    <p>
      where days are those from {TRENDING_EPOCH} to the first listing. Points change only when somebody votes; a paper
      sinks because later ones start higher. The form is that of Reddit’s “hot” order, as published in its source code
      in 2017, with other constants. In numbers:
    </p>
    <TrendingTable rows={byPoints} />
  </ProseSection>
);
