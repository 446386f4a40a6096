/** Every key that does something, and what the dialog says of it. */
export const KEYS = [
  { key: 'j', does: 'Next paper' },
  { key: 'k', does: 'Previous paper' },
  { key: 'o', also: 'Enter', does: 'Open the paper' },
  { key: 'u', does: 'Upvote the paper, or take it back' },
  { key: 's', does: 'Save the paper, or let it go' },
  { key: 'x', does: 'Unfold or fold its abstract' },
  { key: '[', does: 'Previous day, week or month' },
  { key: ']', does: 'Next day, week or month' },
  { key: '/', does: 'Search' },
  { key: '?', does: 'Show these keys' },
] as const;

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, ...children: (Node | string)[]) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

function makeDialog(): HTMLDialogElement {
  const rows = KEYS.map((row) => {
    const keys =
      'also' in row ? [element('kbd', row.key), ' or ', element('kbd', row.also)] : [element('kbd', row.key)];
    return element('div', element('dt', ...keys), element('dd', row.does));
  });
  const heading = element('h2', 'Keys');
  heading.id = 'shortcuts-heading';
  const close = element('button', 'Close');
  close.type = 'submit';
  const form = element('form', close);
  form.method = 'dialog';
  const dialog = element('dialog', heading, element('dl', ...rows), form);
  dialog.className = 'shortcuts';
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

let dialog: HTMLDialogElement | undefined;

/** Opens the dialog that lists the keys. */
export function showShortcuts(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
}
