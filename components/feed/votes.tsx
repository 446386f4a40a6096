import { counted, number } from '../dates';

type Props = {
  votes: number;
  outsideVotes: number;
  /** Spelled out, where the figure does not stand in the margin of a list. */
  inWords?: boolean;
};

function origin(votes: number, outsideVotes: number): string {
  if (votes === 0 || outsideVotes === 0) return '';
  return votes === outsideVotes ? ', all from the Hub' : `, ${number(outsideVotes)} of them from the Hub`;
}

/** The count where the vote button will be; its name tells where the votes were cast. */
export function Votes({ votes, outsideVotes, inWords = false }: Props) {
  const label = `${counted(votes, 'vote')}${origin(votes, outsideVotes)}`;
  if (inWords) {
    return (
      <p className="text-[0.9375rem]" title={label}>
        <span className="text-lg font-semibold tabular-nums">{number(votes)}</span> {votes === 1 ? 'vote' : 'votes'}
        <span className="sr-only">{origin(votes, outsideVotes)}</span>
      </p>
    );
  }
  return (
    <p className="votes" data-none={votes === 0 || undefined} title={label}>
      <span aria-hidden="true">{number(votes)}</span>
      <span className="sr-only">{label}</span>
    </p>
  );
}
