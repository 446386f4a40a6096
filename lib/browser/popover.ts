/** Folds that lie over the page (`details[data-popover]`) also close on Escape, a click elsewhere, or another one opening. */
export function enhancePopovers(): void {
  const popovers = [...document.querySelectorAll<HTMLDetailsElement>('details[data-popover]')];
  const closeOthers = (kept: Node | null) => {
    for (const popover of popovers) if (!popover.contains(kept)) popover.open = false;
  };
  document.addEventListener('click', (event) => closeOthers(event.target as Node));
  for (const popover of popovers) {
    popover.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !popover.open) return;
      event.stopPropagation();
      popover.open = false;
      popover.querySelector('summary')?.focus();
    });
    popover.addEventListener('focusout', (event) => {
      if (event.relatedTarget instanceof Node) closeOthers(event.relatedTarget);
    });
  }
}
