import { enhanceCalendars } from './calendar';
import { enhanceCopyButtons } from './copy-link';
import { enhanceDiscussion } from './discussion';
import { listenToKeys } from './keyboard';
import { enhancePopovers } from './popover';
import { enhanceThemeSwitch } from './theme-switch';
import { showViewer } from './viewer';
import { enhanceVotes } from './votes';

listenToKeys();
enhanceThemeSwitch();
enhancePopovers();
enhanceCalendars();
enhanceCopyButtons();
enhanceVotes();
showViewer();
enhanceDiscussion();
