import { sessionOf } from '@/lib/auth/viewer';
import { breather } from '@/lib/breather';
import { pathWith, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { BusyError, limiter } from '@/lib/server/limiter';
import { services } from '@/lib/services';
import { importLibrary } from '@/src/library';
import { textOf } from './file-text';

const PAGE = '/saved/import';
// Reading thousands of entries takes seconds; one after the other, so that pages are not kept waiting.
const limited = limiter({ running: 1, waiting: 5 });

/** `POST /saved/import/send`: a form with a file or pasted text. */
export async function answerImport(request: Request): Promise<Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  const session = await sessionOf(request);
  if (!session) return seeOther(pathWith('/sign-in', { next: PAGE }));
  const form = await request.formData().catch(() => undefined);
  const file = form?.get('file');
  const pasted = form?.get('text');
  const text =
    file instanceof File && file.size > 0 ? textOf(await file.arrayBuffer()) : typeof pasted === 'string' ? pasted : '';
  const asked = { viewer: session.viewer, file: text, now: new Date(), breathe: breather() };
  const done = await limited(() => importLibrary(services().library, asked)).catch((error: unknown) => {
    if (error instanceof BusyError) return undefined;
    throw error;
  });
  if (!done) return seeOther(pathWith(PAGE, { problem: 'busy' }));
  if (!done.ok) return seeOther(pathWith(PAGE, { problem: done.refusal.code }));
  const { saved, already, left, rejected } = done.value;
  const counts = { saved, already, left, rejected: rejected.length };
  const query = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
  // Where an entry could not even be read, its place is told once; it is still in the file.
  const places = rejected.slice(0, 5).map(({ place }) => place.slice(0, 80));
  return seeOther(`${pathWith('/saved', { done: 'import', ...query, places: places.join(' · ') })}`);
}
