import { enhanceCompose } from './compose';
import { isSignedIn } from './signed-in';
import { type Me, me } from './viewer';

const EDITABLE_MS = 24 * 3_600_000;

/** A discussion answers in place, and shows each reader what is his to do. Without a script the links lead there. */
export function enhanceDiscussion(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-compose]')) enhanceCompose(form);
  const discussion = document.querySelector<HTMLElement>('[data-discussion]');
  if (discussion === null || !isSignedIn()) return;
  discussion.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-reply]') : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const opened = openReply(discussion, link.closest<HTMLElement>('[data-comment]'));
    if (opened) event.preventDefault();
  });
  void me().then((person) => {
    if (person) reveal(discussion, person);
  });
}

/** Puts the form under the comment that is answered, or closes it again. */
function openReply(discussion: HTMLElement, comment: HTMLElement | null): boolean {
  const pattern = discussion.querySelector<HTMLFormElement>('form[data-compose="new"]');
  const id = comment?.dataset['comment'];
  if (comment === null || id === undefined || pattern === null) return false;
  const open = comment.querySelector<HTMLFormElement>('form[data-compose]');
  if (open) {
    open.remove();
    return true;
  }
  const form = pattern.cloneNode(true) as HTMLFormElement;
  form.dataset['compose'] = id;
  form.querySelector('input[name="parent"]')?.remove();
  const parent = Object.assign(document.createElement('input'), { type: 'hidden', name: 'parent', value: id });
  form.append(parent);
  const author = comment.dataset['author'];
  const label = form.querySelector('label');
  const text = form.querySelector('textarea');
  const hint = form.querySelector('.hint');
  if (label === null || text === null || hint === null) return false;
  label.textContent = author ? `Your reply to @${author}` : 'Your reply';
  label.htmlFor = text.id = `compose-${id}`;
  hint.id = `${text.id}-hint`;
  text.setAttribute('aria-describedby', hint.id);
  text.value = '';
  form.querySelector('[data-preview-place]')?.replaceChildren();
  const post = form.querySelector('button[value="post"]');
  if (post) post.textContent = 'Reply';
  enhanceCompose(form);
  comment.append(form);
  text.focus();
  return true;
}

function reveal(discussion: HTMLElement, { handle, role }: Me): void {
  const show = (comment: Element, selector: string) => {
    for (const link of comment.querySelectorAll<HTMLElement>(selector)) link.hidden = false;
  };
  for (const comment of discussion.querySelectorAll<HTMLElement>('[data-comment]')) {
    if (comment.dataset['author'] === handle) {
      show(comment, '[data-own="delete"]');
      const age = Date.now() - Date.parse(comment.dataset['created'] ?? '');
      if (age < EDITABLE_MS) show(comment, '[data-own="edit"]');
      for (const link of comment.querySelectorAll<HTMLElement>('[data-others]')) link.hidden = true;
    }
    if (role !== 'member') show(comment, '[data-moderators]');
  }
}
