import { applyTheme, storedTheme, storeTheme, THEMES, type Theme } from './theme-choice';

const LABELS: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' };

/** The button in the masthead goes through the three themes; its name tells the one in force. */
export function enhanceThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (button === null) return;
  const show = (theme: Theme) => {
    button.dataset['themeSwitch'] = theme;
    button.setAttribute('aria-label', `Colours: ${LABELS[theme]}`);
    button.title = `Colours: ${LABELS[theme]}`;
  };
  show(storedTheme());
  button.addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(storedTheme()) + 1) % THEMES.length] ?? 'system';
    storeTheme(next);
    applyTheme(next);
    show(next);
  });
  // Another tab of this site changed it.
  addEventListener('storage', () => {
    applyTheme(storedTheme());
    show(storedTheme());
  });
}
