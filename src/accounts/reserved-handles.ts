/** Handles that sign-up makes; nobody can choose one. */
export const NEWCOMER_PREFIX = 'reader-';

// Names of the site's own places and offices, and what people take for somebody in charge.
const RESERVED = `
  about abuse account accounts admin administrator admins all anonymous api app arxiv author authors auth bot broadsheet
  categories category comment comments contact daily deleted dev digest editor editors everyone export feed feeds guest
  handle help here home hostmaster info join legal login logout mail mailbox me member members mod moderation moderator
  moderators mods myself news newsletter nobody none noreply no-reply null official operator owner page pages papers
  people person postmaster privacy profile register root rss search security sessions settings sign-in sign-out sign-up
  signin signout signup site somebody staff status submit subscribe suspended support sysadmin system team terms test
  token tokens trending undefined unsubscribe upvote user users webmaster welcome www you
`
  .trim()
  .split(/\s+/);

// What differs only by figures and strokes that look alike, such as `adm1n` and `rnoderator`.
const skeleton = (text: string): string =>
  text
    .replace(/-/g, '')
    .replace(/0/g, 'o')
    .replace(/[1l]/g, 'i')
    .replace(/3/g, 'e')
    .replace(/4/g, 'a')
    .replace(/5/g, 's')
    .replace(/7/g, 't')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');

const SKELETONS = new Set(RESERVED.map(skeleton));

/** Whether a well-formed handle is kept from everybody. */
export const isReserved = (handle: string): boolean =>
  handle.startsWith(NEWCOMER_PREFIX) || SKELETONS.has(skeleton(handle));
