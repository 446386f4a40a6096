import { Fragment, type ReactNode } from 'react';

const ROWS: readonly (readonly [string, ReactNode])[] = [
  ['graph neural networks', 'papers that have all of these words, in any form and order, accents or not'],
  ['"chain of thought"', 'exactly this phrase'],
  ['diffusion -survey -"case study"', 'without a word or phrase'],
  ['author:bengio author:"Yann LeCun"', 'by all of these people'],
  ['cat:cs.CL cat:math', 'in any of these categories; an archive stands for all of its own'],
  ['after:2024-01 before:2025', 'published from January 2024 until the end of 2024'],
  ['has:code', 'with a link to code'],
  ['min:10', 'with ten upvotes or more'],
  ['sort:new sort:votes', 'newest or most upvoted first, in place of the best match'],
  ['2401.01234', 'an id or the address of a paper, at arXiv or elsewhere, leads straight to it'],
];

/** What a search can say, each with an example that can be tried. */
export const SearchHelp = () => (
  <dl className="search-help">
    {ROWS.map(([example, meaning]) => (
      <Fragment key={example}>
        <dt>
          <a href={`/papers?q=${encodeURIComponent(example)}`}>{example}</a>
        </dt>
        <dd>{meaning}</dd>
      </Fragment>
    ))}
  </dl>
);
