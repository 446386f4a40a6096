/** Buttons with `data-copy` put that text on the clipboard, those with `data-copy-from` what is at the address, and say so for a while. */
export function enhanceCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy],[data-copy-from]')) {
    const label = button.innerHTML;
    button.addEventListener('click', async () => {
      button.textContent = await copied(button.dataset['copy'] ?? fetched(button.dataset['copyFrom'] ?? ''));
      setTimeout(() => {
        button.innerHTML = label;
      }, 2_000);
    });
  }
}

// The clipboard is there on https and localhost only, and a browser may refuse it.
const copied = (text: string | Promise<string>): Promise<string> =>
  Promise.resolve()
    .then(() => text)
    .then((whole) => navigator.clipboard.writeText(whole))
    .then(
      () => 'Copied',
      () => 'Your browser refused',
    );

async function fetched(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}
