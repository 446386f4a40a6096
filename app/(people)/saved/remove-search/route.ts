import { seeOther } from '@/lib/next/form';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';

/** Lets a saved search go. */
export const POST = personAction('/saved/searches', async ({ form, session }) => {
  await services().library.removeSearch(session.viewer.id, (form.get('search') ?? '').replaceAll('\0', ''));
  return seeOther('/saved/searches?done=removed');
});
