import { newObjectId } from '@/lib/db/object-id';
import { runJob } from '@/lib/jobs/job-runner';
import { services } from '@/lib/services';
import { newSecret } from '@/lib/webhooks/secret';
import type { Viewer } from '@/src/accounts';
import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { ownWebhook } from '@/src/webhooks';

const DEEDS = ['test', 'enable', 'rotate', 'remove'] as const;

/** Does what a button of the settings says; the name of what was done. */
export async function changeWebhook({
  viewer,
  id,
  deed,
}: {
  viewer: Viewer;
  id: string;
  deed: string;
}): Promise<Result<string>> {
  const { webhooks } = services();
  const now = new Date();
  const hook = await ownWebhook(webhooks, { viewer, id, now });
  if (!hook.ok) return hook;
  switch (DEEDS.find((known) => known === deed)) {
    case 'test':
      await webhooks.queue(id, {
        messageId: `test.${newObjectId()}`,
        event: 'webhook.test',
        body: JSON.stringify({ type: 'webhook.test', timestamp: now.toISOString(), data: { webhook: id } }),
      });
      // Waited for, so that the page can show how it went; the job joins a run that is under way.
      await runJob('webhooks')?.catch(() => {});
      return ok('tested');
    case 'enable':
      await webhooks.enable(id);
      return ok('enabled');
    case 'rotate':
      await webhooks.setSecret(id, newSecret());
      return ok('rotated');
    case 'remove':
      await webhooks.remove(id);
      return ok('removed');
    case undefined:
      return refuse('bad-deed', 'There is no such button.');
  }
}
