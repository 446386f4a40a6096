import { counted, number } from '../dates';

type Props = { votes: number; outsideVotes: number };

/** The count where the vote button will be; its name tells where the votes were cast. */
export function Votes({ votes, outsideVotes }: Props) {
  const own = votes - outsideVotes;
  const source =
    votes === 0 || outsideVotes === 0
      ? ''
      : own === 0
        ? ', all from the Hub'
        : `, ${number(outsideVotes)} of them from the Hub`;
  const label = `${counted(votes, 'vote')}${source}`;
  return (
    <p className="votes" data-none={votes === 0 || undefined} title={label}>
      <span aria-hidden="true">{number(votes)}</span>
      <span className="sr-only">{label}</span>
    </p>
  );
}
