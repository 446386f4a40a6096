/** What a person finds on his own profile besides. */
export const OwnProfile = () => (
  <div className="mt-6 flex flex-wrap gap-3">
    <a href="/saved" className="sheet-button">
      Saved
    </a>
    <a href="/settings" className="sheet-button">
      Settings
    </a>
    <form method="post" action="/sign-out">
      <button type="submit" className="sheet-button">
        Sign out
      </button>
    </form>
  </div>
);
