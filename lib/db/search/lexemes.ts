import { authorKey } from '@/src/papers';

/** A lexeme in PostgreSQL's spelling of queries. */
const quoted = (lexeme: string): string => `'${lexeme.replace(/[\\']/g, '\\$&')}'`;

export const allOf = (queries: readonly string[]): string => queries.map((query) => `(${query})`).join(' & ');
export const anyOf = (queries: readonly string[]): string => queries.map((query) => `(${query})`).join(' | ');

export const categoryQuery = (codes: readonly string[]): string => anyOf(codes.map((code) => quoted(`c:${code}`)));
export const CODE_QUERY = quoted('h:code');

/** The words of a name as keys have them; one letter stands for every name that begins with it. */
const nameParts = (name: string): string[] => authorKey(name).split('-').filter(Boolean);

/** Papers that have all words of a name among all their authors. */
export const authorQuery = (name: string): string =>
  allOf(nameParts(name).map((part) => `${quoted(`a:${part}`)}${part.length === 1 ? ':*' : ''}`));

/** What `-key-` of an author must be like for the words to be one person's; patterns for LIKE. */
export const authorPatterns = (name: string): string[] =>
  nameParts(name).map((part) => (part.length === 1 ? `%-${part}%` : `%-${part}-%`));
