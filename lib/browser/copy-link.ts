/** Buttons with `data-copy` put that text on the clipboard and say so for a while. */
export function enhanceCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const label = button.textContent;
    button.addEventListener('click', async () => {
      button.textContent = await copied(button.dataset['copy'] ?? '');
      setTimeout(() => {
        button.textContent = label;
      }, 2_000);
    });
  }
}

// The clipboard is there on https and localhost only, and a browser may refuse it.
const copied = (text: string): Promise<string> =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => 'Copied',
      () => 'Your browser refused',
    );
