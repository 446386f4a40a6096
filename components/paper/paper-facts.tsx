import type { ReactNode } from 'react';
import type { Detail } from '@/src/feed';
import { categoryName, categoryPath, personPath, type UtcDay, utcDayOf } from '@/src/shared';
import { counted } from '../dates';
import { Day } from '../day';
import { licenseName } from './license';
import { Listings } from './listings';
import { Versions } from './versions';

type Props = { paper: Detail; today: UtcDay; arxivUrl: string };

/** What is known of a paper besides its text. */
export const PaperFacts = ({ paper, today, arxivUrl }: Props) => (
  <dl className="facts">
    <Fact name="Identifier">
      <a href={arxivUrl}>arXiv:{paper.id}</a>
    </Fact>
    <Fact name="Published">
      <Day day={utcDayOf(paper.publishedAt)} today={today} form="long" />
      {paper.revisedAt && (
        <>
          , revised <Day day={utcDayOf(paper.revisedAt)} today={today} form="long" />
        </>
      )}
    </Fact>
    {paper.appearances.length > 0 && (
      <Fact name="On the list of">
        <Listings appearances={paper.appearances} today={today} />
      </Fact>
    )}
    {paper.submittedBy && (
      <Fact name="Submitted by">
        <a href={personPath(paper.submittedBy.handle)} title={`@${paper.submittedBy.handle}`}>
          {paper.submittedBy.displayName || paper.submittedBy.handle}
        </a>
      </Fact>
    )}
    {paper.comments > 0 && <Fact name="Discussion">{counted(paper.comments, 'comment')}</Fact>}
    <Fact name={paper.categories.length === 1 ? 'Category' : 'Categories'}>
      <ul>
        {paper.categories.map((code) => (
          <li key={code}>
            <a href={categoryPath(code)}>{categoryName(code)}</a>
            {code === paper.primaryCategory && paper.categories.length > 1 && ', primary'}
          </li>
        ))}
      </ul>
    </Fact>
    {paper.versions.length > 0 && (
      <Fact name={paper.versions.length === 1 ? 'Version' : 'Versions'}>
        <Versions versions={paper.versions} arxivUrl={arxivUrl} today={today} />
      </Fact>
    )}
    {paper.journalRef && <Fact name="Appeared in">{paper.journalRef}</Fact>}
    {paper.doi && (
      <Fact name="DOI">
        <a href={`https://doi.org/${encodeURI(paper.doi)}`}>{paper.doi}</a>
      </Fact>
    )}
    {paper.license && (
      <Fact name="License">
        <a href={paper.license} rel="license">
          {licenseName(paper.license)}
        </a>
      </Fact>
    )}
  </dl>
);

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
