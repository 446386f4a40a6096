import { goToSearch } from './search-box';
import { type KEYS, showShortcuts } from './shortcuts';

const papers = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-paper]')];
const titleOf = (paper: Element | null | undefined) => paper?.querySelector<HTMLAnchorElement>('h2 a, h3 a');
const current = (): Element | null => document.activeElement?.closest('[data-paper]') ?? null;

/** The paper after or before the focused one; without one, the first that is not above the window. */
function step(by: 1 | -1): void {
  const all = papers();
  const here = current();
  const at = here === null ? -1 : all.indexOf(here as HTMLElement);
  const visible = all.findIndex((paper) => paper.getBoundingClientRect().bottom > 0);
  const link = titleOf(here === null ? all[Math.max(visible, 0)] : all[at + by]);
  if (!link) return;
  link.focus({ preventScroll: true });
  link.closest('[data-paper]')?.scrollIntoView({ block: 'nearest' });
}

/** The focused paper; without one, the only one of the page. */
const meant = (): Element | null | undefined => current() ?? (papers().length === 1 ? papers()[0] : null);

function expand(): void {
  const fold = meant()?.querySelector<HTMLDetailsElement>('details[data-abstract]');
  if (fold) fold.open = !fold.open;
}

const follow = (rel: 'prev' | 'next') => document.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)?.click();

const actions: Record<(typeof KEYS)[number]['key'], () => void> = {
  j: () => step(1),
  k: () => step(-1),
  o: () => titleOf(current())?.click(),
  u: () => meant()?.querySelector<HTMLFormElement>('form[data-vote]')?.requestSubmit(),
  s: () => meant()?.querySelector<HTMLFormElement>('form[data-save]')?.requestSubmit(),
  x: expand,
  '[': () => follow('prev'),
  ']': () => follow('next'),
  '/': goToSearch,
  '?': showShortcuts,
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Single keys, as the `?` dialog lists them. Enter on a focused title is the link's own. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const action = (actions as Record<string, (() => void) | undefined>)[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  document.querySelector('[data-shortcuts]')?.addEventListener('click', showShortcuts);
}
