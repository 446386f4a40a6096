/** Whether others may read the list, and the button that changes it. */
export const SharedNote = ({ handle, shown }: { handle: string; shown: boolean }) => (
  <form method="post" action="/saved/share" className="text-sm">
    <p className="mb-2 text-quiet">
      {shown ? (
        <>
          Everybody can read the list, without notes and tags, as a{' '}
          <a href={`/feeds/atom/people/${handle}/saved`} className="underline underline-offset-3">
            feed
          </a>{' '}
          and as{' '}
          <a href={`/cite/people/${handle}/saved`} className="underline underline-offset-3">
            citations
          </a>
          .
        </>
      ) : (
        'Only you. You may show the list, without notes and tags, as a feed and as citations.'
      )}
    </p>
    <input type="hidden" name="shown" value={shown ? 'no' : 'yes'} />
    <button type="submit" className="form-button">
      {shown ? 'Keep it to myself' : 'Show it to everybody'}
    </button>
  </form>
);
