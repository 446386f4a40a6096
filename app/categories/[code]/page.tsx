import { FoundPage } from '@/app/_pages/found-page';
import type { PageProps } from '@/app/_pages/page-props';
import { failed, Refused } from '@/app/_pages/refused';
import { counted } from '@/components/dates';
import { guarded } from '@/lib/next/guarded';
import * as reads from '@/lib/next/reads';
import { LONGEST_LIST, parseListOptions } from '@/src/feed';
import { categoryName, categoryPath } from '@/src/shared';

export default async function Page({ params, searchParams }: PageProps<'code'>) {
  const [{ code }, query] = await Promise.all([params, searchParams]);
  return guarded(async () => {
    const options = parseListOptions(query);
    const category = options.ok ? await reads.category(decodeURIComponent(code), options.value.page) : options;
    if (!category.ok) return <Refused refusal={category.refusal} />;
    const { list, page, pages } = category.value;
    const name = categoryName(category.value.code);
    const papers = `${list.total === LONGEST_LIST ? 'The newest ' : ''}${counted(list.total, 'paper')}`;
    return (
      <FoundPage
        heading={name}
        summary={`${papers} in ${category.value.code}, primary or cross-listed`}
        description={`${papers} in ${name}, newest first.`}
        path={categoryPath(category.value.code)}
        {...{ list, page, pages }}
      />
    );
  }, failed);
}
