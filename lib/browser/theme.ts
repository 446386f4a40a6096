import { isSignedIn } from './signed-in';
import { applyTheme, storedTheme } from './theme-choice';

// Blocks rendering for its few hundred bytes, so that no page is ever painted in the wrong colours.
document.documentElement.dataset['scripted'] = '';
// What is for people who are signed in has its place from the start, so that nothing moves when it is filled.
if (isSignedIn()) document.documentElement.dataset['signedIn'] = '';
applyTheme(storedTheme());
