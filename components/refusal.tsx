type Props = {
  status: 400 | 403 | 404 | 500;
  heading: string;
  sentence: string;
  ways: { href: string; label: string }[];
};

/**
 * What a reader gets who asked for something that is not there. Next cannot set a status without losing the page, so
 * the meta tag asks our server for it.
 */
export const Refusal = ({ status, heading, sentence, ways }: Props) => (
  <div className="pb-12">
    <meta name="status" content={String(status)} />
    <h1 className="headline">{heading}</h1>
    <p className="mt-4 max-w-[34rem] font-serif text-lg">{sentence}</p>
    <div className="mt-7 flex flex-wrap gap-3">
      {ways.map((way, index) => (
        <a key={way.href} href={way.href} className={`sheet-button ${index === 0 ? 'primary' : ''}`}>
          {way.label}
        </a>
      ))}
    </div>
  </div>
);
