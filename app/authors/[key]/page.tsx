import { permanentRedirect } from 'next/navigation';
import { FoundPage } from '@/app/_pages/found-page';
import type { PageProps } from '@/app/_pages/page-props';
import { failed, Refused } from '@/app/_pages/refused';
import { counted } from '@/components/dates';
import { guarded } from '@/lib/next/guarded';
import * as reads from '@/lib/next/reads';
import { LONGEST_LIST, parseListOptions } from '@/src/feed';
import { authorKey } from '@/src/papers';
import { authorPath } from '@/src/shared';

export default async function Page({ params, searchParams }: PageProps<'key'>) {
  const [{ key }, query] = await Promise.all([params, searchParams]);
  return guarded(async () => {
    // Any spelling of a name leads to the page of its key.
    const asked = decodeURIComponent(key);
    const own = authorKey(asked);
    if (own !== asked) permanentRedirect(authorPath(own));
    const options = parseListOptions(query);
    const author = options.ok ? await reads.author(own, options.value.page) : options;
    if (!author.ok) return <Refused refusal={author.refusal} />;
    const { names, list, page, pages } = author.value;
    const [name = key, ...others] = names;
    const papers = `${list.total === LONGEST_LIST ? 'The newest ' : ''}${counted(list.total, 'paper')}`;
    return (
      <FoundPage
        heading={name}
        summary={`${papers} that name an author like this${others.length > 0 ? `, also as ${others.join(', ')}` : ''}`}
        description={`${papers} by ${name}, newest first.`}
        path={authorPath(author.value.key)}
        {...{ list, page, pages }}
      />
    );
  }, failed);
}
