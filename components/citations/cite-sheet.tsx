type Format = {
  key: string;
  name: string;
  /** What it is for, in a few words. */
  use: string;
  href: string;
  /** The whole citation, where it is one paper's. */
  text?: string | undefined;
};

/** A paper's or a list's citations: to copy, and as files. */
export const CiteSheet = ({ formats }: { formats: readonly Format[] }) => (
  <div className="mt-8 flex flex-col gap-8">
    {formats.map((format) => (
      <section key={format.key} aria-labelledby={`cite-${format.key}`}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h2 id={`cite-${format.key}`} className="text-base font-semibold">
            {format.name} <span className="font-normal text-quiet">{format.use}</span>
          </h2>
          <p className="flex gap-2">
            <button type="button" className="sheet-button scripted-only" {...copies(format)}>
              Copy<span className="sr-only"> {format.name}</span>
            </button>
            <a href={format.href} className="sheet-button">
              Download<span className="sr-only"> {format.name}</span>
            </a>
          </p>
        </div>
        {format.text !== undefined && <pre className="citation">{format.text}</pre>}
      </section>
    ))}
  </div>
);

const copies = ({ text, href }: Format) => (text === undefined ? { 'data-copy-from': href } : { 'data-copy': text });
