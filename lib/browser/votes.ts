import { enhanceSaves, learnSaved } from './saves';
import { prepareToSay } from './say';
import { isSignedIn } from './signed-in';
import { VoteButton } from './vote-button';
import { readOwn } from './vote-call';

/**
 * Marks the viewer's own votes and makes the buttons answer at once. Signed out, or while the marks cannot be had, they
 * stay the plain forms that they are.
 */
export function enhanceVotes(): void {
  // Signed at the press of the button before signing in; lib/next/votes/meant-vote.ts tells why a link alone cannot get here.
  document.querySelector<HTMLFormElement>('form[data-meant-vote]')?.requestSubmit();
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-vote]')];
  if (forms.length === 0 || !isSignedIn()) return;
  prepareToSay();
  enhanceSaves();
  const buttons = forms.map((form) => new VoteButton(form));
  let marked = mark(buttons);
  for (const button of buttons) {
    button.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void marked.then((known) => (known ? button.press() : button.form.submit()));
    });
  }
  // A page that comes back from the browser's own cache shows what was true when it was left.
  addEventListener('pageshow', (event) => {
    if (event.persisted) marked = mark(buttons);
  });
}

async function mark(buttons: readonly VoteButton[]): Promise<boolean> {
  const own = await readOwn(buttons.map(({ paperId }) => paperId));
  if (!own) return false;
  for (const button of buttons) button.learn(own.votes.get(button.paperId));
  learnSaved(own.saved);
  return true;
}
