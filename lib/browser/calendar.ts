const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** In a month grid the arrow keys go from day to day, over those that have no papers. */
export function enhanceCalendars(): void {
  for (const calendar of document.querySelectorAll<HTMLElement>('[data-calendar]')) {
    calendar.addEventListener('keydown', (event) => {
      const step = STEPS[event.key];
      const cell = event.target instanceof Element ? event.target.closest('td') : null;
      if (step === undefined || cell === null) return;
      const cells = [...calendar.querySelectorAll('td')];
      for (let at = cells.indexOf(cell) + step; at >= 0 && at < cells.length; at += step) {
        const link = cells[at]?.querySelector('a');
        if (!link) continue;
        event.preventDefault();
        link.focus();
        return;
      }
    });
  }
}
