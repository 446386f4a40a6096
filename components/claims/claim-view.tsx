import type { WaitingClaim } from '@/src/moderation';
import { paperPath, personPath } from '@/src/shared';
import { ActForm } from '../moderation/act-form';
import { Moment } from '../people/moment';
import { StoredHtml } from '../stored-html';

type Props = { claim: WaitingClaim; now: Date };

const OPTIONS = [
  { act: 'approved', label: 'Confirm' },
  { act: 'rejected', label: 'Do not confirm' },
] as const;

/** A claim as a moderator has to judge it: who says it, of which paper, and who its authors are. */
export function ClaimView({ claim, now }: Props) {
  const more = claim.authorCount - claim.authors.length;
  return (
    <>
      <p className="font-serif text-lg font-semibold">
        <a href={paperPath(claim.paperId)}>
          <StoredHtml html={claim.titleHtml} />
        </a>
      </p>
      <p className="hint">
        by {claim.authors.join(', ')}
        {more > 0 && ` and ${more} more`}
      </p>
      <p className="mt-3">
        <a href={personPath(claim.handle)} className="font-semibold">
          {claim.displayName || claim.handle}
        </a>{' '}
        (@{claim.handle}) says to be one of them, on <Moment at={claim.createdAt} now={now} />
        {claim.note === '' && ', without a note'}.
      </p>
      {claim.note !== '' && (
        <p dir="auto" className="comment-body whitespace-pre-line border-l-3 border-rule pl-4">
          {claim.note}
        </p>
      )}
      <ActForm
        action="/admin/claims/decide"
        fields={{ person: claim.userId, paper: claim.paperId }}
        options={OPTIONS}
        name={`${claim.userId}-${claim.paperId.replace(/[^0-9a-z]/gi, '-')}`}
        usual={['Name and page match', 'Known in person', 'Not one of the authors', 'Cannot be confirmed']}
      />
    </>
  );
}
