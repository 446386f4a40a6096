import { say } from './say';
import { callVote, type OwnVote } from './vote-call';

const numbers = new Intl.NumberFormat('en');

/**
 * One vote button. A press shows at once; the server hears of it one call at a time, and of several presses during a
 * call only the last counts.
 */
export class VoteButton {
  readonly form: HTMLFormElement;
  readonly paperId: string;
  readonly #button: HTMLButtonElement;
  /** As the server knows it. */
  #stored = { voted: false, votes: 0 };
  #wanted = false;
  #calling = false;

  constructor(form: HTMLFormElement) {
    this.form = form;
    this.paperId = form.dataset['vote'] ?? '';
    this.#button = form.querySelector('button') as HTMLButtonElement;
    this.#stored.votes = Number(this.#count.textContent?.replaceAll(',', ''));
  }

  /** Takes over what the server says of one's own vote. */
  learn(own: OwnVote | undefined): void {
    if (this.#calling) return;
    this.#stored = { voted: own?.upvoted ?? false, votes: own?.upvotes ?? this.#stored.votes };
    this.#wanted = this.#stored.voted;
    this.#show();
  }

  press(): void {
    this.#wanted = !this.#wanted;
    this.#show();
    if (!this.#calling) void this.#call();
  }

  async #call(): Promise<void> {
    this.#calling = true;
    while (this.#wanted !== this.#stored.voted) {
      const wanted = this.#wanted;
      const answer = await callVote(this.paperId, wanted);
      if (answer.kind === 'done') {
        this.#stored = { voted: answer.voted, votes: answer.votes };
        if (answer.note && answer.voted) say(answer.note);
        if (answer.voted !== wanted && this.#wanted === wanted) this.#wanted = answer.voted;
        continue;
      }
      this.#wanted = this.#stored.voted;
      // The session ended meanwhile: the plain form leads to signing in, and keeps what was meant.
      if (answer.kind === 'signed-out' && wanted) this.form.submit();
      else say(answer.kind === 'refused' ? answer.sentence : 'You are signed out.');
    }
    this.#calling = false;
    this.#show();
  }

  get #count(): HTMLElement {
    return this.form.querySelector('.vote-count') as HTMLElement;
  }

  #show(): void {
    const { voted, votes } = this.#stored;
    const shown = votes + Number(this.#wanted) - Number(voted);
    this.#button.setAttribute('aria-pressed', String(this.#wanted));
    this.#count.textContent = numbers.format(shown);
    const noun = this.form.querySelector('.vote-noun');
    if (noun) noun.textContent = shown === 1 ? ' vote' : ' votes';
  }
}
