import { enhanceCalendars } from './calendar';
import { enhanceCopyButtons } from './copy-link';
import { enhanceDiscussion } from './discussion';
import { listenToKeys } from './keyboard';
import { enhancePopovers } from './popover';
import { enhanceSearchBoxes } from './search-box';
import { enhanceSubscribing } from './subscribing';
import { enhanceThemeSwitch } from './theme-switch';
import { showViewer } from './viewer';
import { enhanceVotes } from './votes';

function enhance(): void {
  listenToKeys();
  enhanceThemeSwitch();
  enhancePopovers();
  enhanceCalendars();
  enhanceCopyButtons();
  enhanceSearchBoxes();
  enhanceVotes();
  enhanceSubscribing();
  showViewer();
  enhanceDiscussion();
}

// An async script may come before the page's end: what it looks for has to be there.
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', enhance, { once: true });
else enhance();
