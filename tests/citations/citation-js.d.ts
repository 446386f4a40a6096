declare module '@citation-js/core' {
  /** Reads any format that a plugin knows into CSL-JSON. */
  export class Cite {
    constructor(input: string);
    readonly data: readonly Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-ris';
