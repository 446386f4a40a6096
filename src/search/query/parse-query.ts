import { cleanQuery } from './clean-query';
import { FILTERS, type FilterName, filterNamed, formOf, readFilter } from './read-filter';
import { readTokens, type Token } from './read-tokens';
import {
  EMPTY_QUERY,
  LONGEST_QUERY,
  MOST,
  type ParsedQuery,
  type QueryProblem,
  type SearchQuery,
} from './search-query';
import { wordsOf } from './words';

type ListName = keyof typeof MOST;
/** What a token adds to a list, or changes, and what is to be said of it. */
type Reading = { list?: ListName; values?: readonly string[]; change?: Partial<SearchQuery>; problem?: string };

const LISTS: Record<ListName, string> = {
  words: 'words',
  phrases: 'phrases',
  without: 'words to leave out',
  authors: 'authors',
  categories: 'categories',
};

/**
 * Takes apart what a reader typed. Never refuses: what cannot be used is a problem with a sentence that says what to do,
 * and the rest is searched.
 */
export function parseQuery(text: string): ParsedQuery {
  const query = structuredClone(EMPTY_QUERY);
  const problems: QueryProblem[] = [];
  const letters = Array.from(text.slice(0, 4 * LONGEST_QUERY));
  if (letters.length > LONGEST_QUERY) {
    const message = `A search reads ${LONGEST_QUERY} characters; what follows them was left out. Try with fewer words.`;
    problems.push({ typed: `…${letters.slice(LONGEST_QUERY, LONGEST_QUERY + 30).join('')}`, message });
  }
  const { tokens, unclosed } = readTokens(cleanQuery(letters.slice(0, LONGEST_QUERY).join('')));
  if (unclosed) {
    const message = 'A phrase needs a quotation mark at its end too; its words were searched one by one.';
    problems.push({ typed: '"', message });
  }
  for (const token of tokens) {
    const reading = readToken(token);
    const problem = reading.problem ?? addTo(query, reading);
    if (reading.problem !== undefined) addTo(query, reading);
    if (problem !== undefined) problems.push({ typed: token.typed, message: problem });
  }
  const backwards = mendRange(query);
  return { query, problems: backwards ? [...problems, backwards] : problems };
}

function readToken(token: Token): Reading {
  const { key, value, minus, quoted } = token;
  const words = wordsOf(value);
  if (key === null) {
    if (minus) return { list: 'without', values: words.length > 0 ? [words.join(' ')] : [] };
    return quoted ? { list: 'phrases', values: words.length > 0 ? [value] : [] } : { list: 'words', values: words };
  }
  const named = filterNamed(key);
  if (named?.exact) return readNamed(named.filter, token);
  if (named) return { problem: `There is no filter “${key}:”. Write ${rightForm(named.filter, value)}.` };
  const all = [...wordsOf(key), ...words];
  const reading: Reading = minus ? { list: 'without', values: [all.join(' ')] } : { list: 'words', values: all };
  // A colon is also a sign of plain text: `GAN:survey`, `note:`.
  if (!/^[a-z]+$/.test(key) || value === '') return reading;
  const known = FILTERS.map((name) => `${name}:`).join(', ');
  return { ...reading, problem: `There is no filter “${key}:”; both parts were taken as words. Filters are ${known}.` };
}

function readNamed(filter: FilterName, { minus, value }: Token): Reading {
  if (minus) return { problem: 'Only words and phrases can be left out, such as -survey or -"case study".' };
  const reading = readFilter(filter, value);
  if ('problem' in reading) return reading;
  const { authors, categories, ...change } = reading.change;
  if (authors) return { list: 'authors', values: authors };
  return categories ? { list: 'categories', values: categories } : { change };
}

function rightForm(filter: FilterName, value: string): string {
  if (value === '' || 'problem' in readFilter(filter, value)) return formOf(filter);
  return `${filter}:${value.includes(' ') ? `"${value}"` : value}`;
}

/** Adds what was read; the sentence where there is no room for it. */
function addTo(query: SearchQuery, { list: name, values = [], change }: Reading): string | undefined {
  Object.assign(query, change);
  if (name === undefined) return undefined;
  const list = query[name];
  for (const value of values) {
    // A word may be meant twice (“what is what”); anything else counts once.
    if (name !== 'words' && list.includes(value)) continue;
    if (list.length >= MOST[name]) return `A search takes ${MOST[name]} ${LISTS[name]}; this was left out.`;
    list.push(value);
  }
  return undefined;
}

function mendRange(query: SearchQuery): QueryProblem | undefined {
  const { after, before } = query;
  if (after === null || before === null || after < before) return undefined;
  query.before = null;
  const message = `Nothing is both after ${after} and before ${before}; the second was left out. The earlier date belongs behind after:.`;
  return { typed: `before:${before}`, message };
}
