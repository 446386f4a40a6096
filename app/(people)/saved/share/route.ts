import { seeOther } from '@/lib/next/form';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';

/** Shows the saved list to others, as a feed and as citations, or hides it again. */
export const POST = personAction('/saved', async ({ form, session }) => {
  await services().library.setPublic(session.viewer.id, form.get('shown') === 'yes');
  return seeOther('/saved?done=shared');
});
