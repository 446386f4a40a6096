import { seeOther } from '@/lib/next/form';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';

/** Drops an imported entry that no paper matches, or all of them. */
export const POST = personAction('/saved', async ({ form, session }) => {
  await services().library.removeEntry(session.viewer.id, (form.get('entry') ?? '').replaceAll('\0', ''));
  return seeOther('/saved?done=entries#not-here');
});
