/** A search that the index could not answer within its time. */
export class SearchTooBroad extends Error {
  override name = 'SearchTooBroad';
  constructor() {
    super('This search takes too long. Add a word or a filter, such as a category or a year.');
  }
}
