import { services } from '@/lib/services';
import { newSecret } from '@/lib/webhooks/secret';
import type { Viewer } from '@/src/accounts';
import { addWebhook } from '@/src/webhooks';

/** Adds the webhook that the settings' form describes. */
export const addFormWebhook = (viewer: Viewer, form: URLSearchParams) =>
  addWebhook(services().webhooks, {
    viewer,
    input: { url: form.get('url') ?? '', events: form.getAll('event'), instance: form.get('instance') === 'on' },
    secret: newSecret(),
    now: new Date(),
  });
