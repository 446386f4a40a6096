/** Whether a session is hinted at. The cookie says nothing of whose; the session's own is not for scripts. */
export const isSignedIn = (): boolean => /(?:^|; )broadsheet\.signed_in=1(?:;|$)/.test(document.cookie);
