import { applyTheme, storedTheme } from './theme-choice';

// Blocks rendering for its few hundred bytes, so that no page is ever painted in the wrong colours.
document.documentElement.dataset['scripted'] = '';
applyTheme(storedTheme());
