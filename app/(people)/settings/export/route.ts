import { pathWith, seeOther } from '@/lib/next/form';
import { limited } from '@/lib/next/people/limited';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';
import { exportAccount } from '@/src/accounts';

const PAGE = '/settings/data';

/** All that is kept of a person, as a JSON file. */
export const POST = personAction(PAGE, async ({ session }) => {
  const { viewer } = session;
  if (await limited({ key: `export ${viewer.id}`, max: 10, perSeconds: 3_600 }))
    return seeOther(pathWith(PAGE, { problem: 'too-many-exports' }));
  const now = new Date();
  const exported = await exportAccount({ viewer, now, store: services().accounts });
  if (!exported.ok) return seeOther(pathWith(PAGE, { problem: exported.refusal.code }));
  return new Response(`${JSON.stringify(exported.value, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${viewer.handle}-${now.toISOString().slice(0, 10)}.json"`,
      'cache-control': 'private, no-store',
    },
  });
});
