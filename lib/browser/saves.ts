import { say } from './say';

const LONGEST_MS = 15_000;
const forms = (): HTMLFormElement[] => [...document.querySelectorAll<HTMLFormElement>('form[data-save]')];
const buttonOf = (form: HTMLFormElement): HTMLButtonElement => form.querySelector('button') as HTMLButtonElement;

function show(form: HTMLFormElement, saved: boolean): void {
  const button = buttonOf(form);
  button.textContent = saved ? 'Saved' : 'Save';
  button.setAttribute('aria-pressed', String(saved));
}

let learned = false;

/** Takes over what the server says of the papers that the viewer keeps. */
export function learnSaved(ids: ReadonlySet<string>): void {
  learned = true;
  for (const form of forms()) show(form, ids.has(form.dataset['save'] ?? ''));
}

/** Makes the save buttons answer at once; until it is known what the viewer keeps they stay the plain forms that they are. */
export function enhanceSaves(): void {
  for (const form of forms()) {
    form.addEventListener('submit', (event) => {
      if (!learned) return;
      event.preventDefault();
      if (form.dataset['calling'] === undefined) void press(form);
    });
  }
}

async function press(form: HTMLFormElement): Promise<void> {
  const before = buttonOf(form).getAttribute('aria-pressed') === 'true';
  form.dataset['calling'] = '';
  show(form, !before);
  const problem = await call(form.dataset['save'] ?? '', !before);
  delete form.dataset['calling'];
  if (problem === undefined) return;
  show(form, before);
  // The session ended meanwhile: the plain form leads to signing in.
  if (problem === 'signed-out' && !before) form.submit();
  else say(problem === 'signed-out' ? 'You are signed out.' : problem);
}

/** What went wrong, in a sentence. */
async function call(paperId: string, saved: boolean): Promise<string | undefined> {
  try {
    const method = saved ? 'POST' : 'DELETE';
    const response = await fetch(`/api/papers/${paperId}/save`, { method, signal: AbortSignal.timeout(LONGEST_MS) });
    if (response.ok) return undefined;
    if (response.status === 401) return 'signed-out';
    const body = (await response.json().catch(() => ({}))) as { error?: string };
    return body.error ?? 'Something broke.';
  } catch {
    return 'There is no connection to the server. Nothing was saved.';
  }
}
