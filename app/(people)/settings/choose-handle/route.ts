import { pathWith, seeOther } from '@/lib/next/form';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';
import { chooseHandle } from '@/src/accounts';
import { sameSitePath } from '@/src/shared';

/** Gives a person another handle; from the welcome page it also leads on to where he was going. */
export const POST = personAction('/settings', async ({ form, session }) => {
  const next = form.has('next') ? sameSitePath(form.get('next')) : undefined;
  const page = next === undefined ? '/settings' : '/welcome';
  const typed = (form.get('handle') ?? '').slice(0, 100);
  const back = (problem: string): Response => seeOther(pathWith(page, { problem, handle: typed, next }));
  const { viewer } = session;
  if (typed === viewer.handle && session.handleChosen) return seeOther(page);
  const input = { handle: typed };
  const chosen = await chooseHandle({ viewer, input, now: new Date(), store: services().accounts });
  if (!chosen.ok) return back(chosen.refusal.code);
  return seeOther(next ?? '/settings?done=handle');
});
