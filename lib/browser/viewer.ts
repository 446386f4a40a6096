export type Me = { handle: string; displayName: string; role: 'member' | 'moderator' | 'admin'; email?: string };

/** Whether this browser has a session, as a cookie without any content of its own says. */
const hasSession = (): boolean => /(?:^|; )broadsheet\.signed_in=1(?:;|$)/.test(document.cookie);

let asked: Promise<Me | null> | undefined;

/** Who is signed in; null for nobody, and where the server cannot be asked. One request a page at most. */
export function me(): Promise<Me | null> {
  asked ??= hasSession() ? ask() : Promise.resolve(null);
  return asked;
}

async function ask(): Promise<Me | null> {
  try {
    const answer = await fetch('/api/me', { headers: { accept: 'application/json' } });
    const body: unknown = await answer.json();
    return isMe(body) ? body : null;
  } catch {
    return null;
  }
}

const isMe = (body: unknown): body is Me =>
  typeof body === 'object' && body !== null && 'signedIn' in body && body.signedIn === true && 'handle' in body;

/** The masthead's link: to one's own page, or to the sign-in page and back here. */
export function showViewer(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-viewer]');
  if (link === null) return;
  const here = location.pathname + location.search;
  if (here !== '/' && !here.startsWith('/sign-in')) link.href = `/sign-in?next=${encodeURIComponent(here)}`;
  void me().then((person) => {
    if (person === null) return;
    link.textContent = `@${person.handle}`;
    link.href = `/people/${person.handle}`;
    link.title = person.displayName || person.handle;
  });
}
