/** A canonical paper id without version: `2401.01234`, `hep-th/9901001`. */
export type PaperId = string & { readonly __brand: 'PaperId' };

export type PaperVersion = { version: number; createdAt: string; size?: string };

/** What a source says of a paper, before any rendering. Text holds TeX as the source sent it. */
export type SourcePaper = {
  id: PaperId;
  source: string;
  title: string;
  abstract: string;
  authors: string[];
  primaryCategory: string;
  categories: string[];
  publishedAt: Date;
  revisedAt?: Date;
  /** Oldest first. Empty where the source does not tell. */
  versions: PaperVersion[];
  latestVersion: number;
  doi?: string;
  journalRef?: string;
  comment?: string;
  license?: string;
  codeUrl?: string;
  projectUrl?: string;
  organization?: Organization;
  withdrawn: boolean;
};

export type Organization = { name: string; fullname: string; avatar?: string };

/** A paper's text as rendered once at ingest. `*Html` is sanitised and safe to put into a page. */
export type RenderedText = {
  titleHtml: string;
  titleText: string;
  abstractHtml: string;
  abstractText: string;
  /** Display names in Unicode, TeX accents resolved. */
  authors: string[];
  /** One key a name, for `/authors/{key}`: lower-case ASCII, words joined by `-`. */
  authorKeys: string[];
  commentHtml?: string;
  codeUrl?: string;
  projectUrl?: string;
};
