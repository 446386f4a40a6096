import { env } from '@/lib/env';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { previewComment } from '@/src/comments';
import { escapeHtml } from '@/src/papers';

/** A text as it would be shown, as a piece of HTML for the page that is being written on. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, () => '/');
  if (sent instanceof Response) return sent;
  const input = { body: sent.form.get('body') ?? '' };
  const asked = { viewer: sent.viewer, mode: env().COMMENTS, input, now: new Date() };
  const preview = await previewComment(services().comments, asked);
  const html = preview.ok
    ? `<section aria-label="Preview" class="preview"><h3 class="preview-heading">Preview</h3><div dir="auto" class="comment-body stored">${preview.value.html}</div></section>`
    : `<p class="problem">${escapeHtml(preview.refusal.message)}</p>`;
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}
