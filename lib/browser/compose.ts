const KEPT = 'unsent:';

/** Forms for writing: a preview in place, Ctrl+Enter posts, and a text that a lost session cannot take. */
export function enhanceCompose(form: HTMLFormElement): void {
  const text = form.querySelector('textarea');
  const button = form.querySelector<HTMLButtonElement>('[data-preview]');
  if (text === null || button === null) return;
  bringBack(form, text);
  form.addEventListener('submit', (event) => {
    keep(form, text.value);
    if ((event as SubmitEvent).submitter !== button) return;
    event.preventDefault();
    void preview(form, text.value, button);
  });
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

const keyOf = (form: HTMLFormElement): string =>
  KEPT + form.action + [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ value }) => value);

// Storage may be shut off; then the text is only as safe as the browser's own history makes it.
function keep(form: HTMLFormElement, text: string): void {
  try {
    sessionStorage.setItem(keyOf(form), text);
  } catch {}
}

function bringBack(form: HTMLFormElement, text: HTMLTextAreaElement): void {
  try {
    const kept = sessionStorage.getItem(keyOf(form));
    sessionStorage.removeItem(keyOf(form));
    // Whoever arrives at his comment has posted it.
    if (kept !== null && text.value === '' && !location.hash.startsWith('#comment-')) text.value = kept;
  } catch {}
}

async function preview(form: HTMLFormElement, body: string, button: HTMLButtonElement): Promise<void> {
  const place = form.querySelector<HTMLElement>('[data-preview-place]');
  if (place === null) return;
  button.setAttribute('aria-busy', 'true');
  const answer = await fetchPreview(body);
  button.removeAttribute('aria-busy');
  // What the server cannot answer here, it answers as a page.
  if (answer === undefined) return submitPlainly(form, button);
  place.innerHTML = answer;
  place.scrollIntoView({ block: 'nearest' });
}

function submitPlainly(form: HTMLFormElement, button: HTMLButtonElement): void {
  const intent = document.createElement('input');
  Object.assign(intent, { type: 'hidden', name: button.name, value: button.value });
  form.append(intent);
  form.submit();
}

/** The preview as HTML that the server has sanitised; undefined when there is none to be had. */
async function fetchPreview(body: string): Promise<string | undefined> {
  try {
    const response = await fetch('/comments/preview', { method: 'POST', body: new URLSearchParams({ body }) });
    const type = response.headers.get('content-type') ?? '';
    return response.ok && !response.redirected && type.startsWith('text/html') ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
