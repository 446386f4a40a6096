type Props = { kind: 'votes' | 'trending' };

const SENTENCES = {
  votes:
    'Most votes first, then most comments; papers without either by a published guess, or by date. Who you are and what you clicked do not count.',
  trending:
    'Votes and age: each doubling of votes makes up for two days. Nothing else counts, and it is the same for everybody.',
} as const;

export const OrderNote = ({ kind }: Props) => (
  <p className="text-sm text-quiet">
    {SENTENCES[kind]}{' '}
    <a href="/about#order" className="text-ink underline underline-offset-3">
      The order in numbers
    </a>
  </p>
);
