type Way = { href: string; label: string };
type Props = { sentence: string; ways: (Way | null)[] };

/** A list without papers: says so and offers the nearest that have some. */
export const EmptyPeriod = ({ sentence, ways }: Props) => (
  <div className="border-t border-rule pt-8 pb-4">
    <p className="max-w-[30rem] font-serif text-xl leading-snug">{sentence}</p>
    <div className="mt-6 flex flex-wrap gap-3">
      {ways
        .filter((way) => way !== null)
        .map((way) => (
          <a key={way.href} href={way.href} className="sheet-button">
            {way.label}
          </a>
        ))}
    </div>
  </div>
);
