import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { SearchForm } from '@/components/search/search-form';
import { SearchHelp } from '@/components/search/search-help';
import { Problems } from '@/components/search/search-notes';
import { site } from '@/lib/next/site';
import type { QueryProblem } from '@/src/search';
import { SEARCH_PATH } from '@/src/shared';

type Props = { text?: string; problems?: readonly QueryProblem[] };

/** Where a search begins: the box and what it understands. */
export const SearchStart = ({ text = '', problems = [] }: Props) => (
  <PageFrame siteName={site().name} tab="search">
    <PageMeta
      site={site()}
      title="Search"
      description="Search the papers of every year by words, phrases, authors, categories and dates."
      canonical={SEARCH_PATH}
    />
    <div className="max-w-[44rem]">
      <h1 className="mb-5 headline">Search</h1>
      <SearchForm text={text} />
      <div className="mt-5">
        <Problems problems={problems} />
      </div>
      <section className="mt-8" aria-labelledby="search-help">
        <h2 className="rail-heading mb-4" id="search-help">
          What a search can say
        </h2>
        <SearchHelp />
        <p className="mt-4 text-[0.9375rem] text-quiet">
          Everything can be combined, and one wrong letter is forgiven. The address of the results is the whole search:
          keep it, share it.
        </p>
      </section>
    </div>
  </PageFrame>
);
