/** A triangle that is filled once one has upvoted. */
export const UpvoteIcon = () => (
  <svg aria-hidden="true" className="vote-icon" width="18" height="14" viewBox="0 0 18 14">
    <path d="M9 1.9 16.3 12.1H1.7Z" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
  </svg>
);
