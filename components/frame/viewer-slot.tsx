/**
 * The way to sign in. Public pages are the same for everybody, so a script puts the handle of who is signed in here
 * (lib/browser/viewer.ts); without one the link leads to a page that knows.
 */
export const ViewerSlot = () => (
  <a href="/sign-in" className="viewer-slot" data-viewer>
    Sign in
  </a>
);
