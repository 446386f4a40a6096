type Props = {
  text: string;
  /** The box of the masthead, for pages that are not about searching. */
  small?: boolean;
};

/** The box to search in. A plain form; a script adds suggestions while somebody types. */
export function SearchForm({ text, small = false }: Props) {
  const id = small ? 'masthead-search' : 'search';
  return (
    <search>
      <form action="/papers" className="search-form" data-search-form data-small={small || undefined}>
        <label htmlFor={id} className="sr-only">
          Search papers
        </label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={text}
          maxLength={500}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={small ? 'Search papers' : 'Words, “a phrase”, author:bengio, cat:cs.CL …'}
        />
        <button type="submit">
          {small && <span aria-hidden="true">/</span>}
          <span className={small ? 'sr-only' : ''}>Search</span>
        </button>
      </form>
    </search>
  );
}
