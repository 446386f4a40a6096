import { pathWith, seeOther } from '@/lib/next/form';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';
import { saveSearch } from '@/src/library';

const PAGE = '/saved/searches';

/** Keeps the search that the form names. */
export const POST = personAction(PAGE, async ({ form, session }) => {
  const asked = { viewer: session.viewer, query: form.get('q') ?? '', now: new Date() };
  const done = await saveSearch(services().library, asked);
  return seeOther(pathWith(PAGE, done.ok ? { done: 'saved' } : { problem: done.refusal.code }));
});
