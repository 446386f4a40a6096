import type { Organization, PaperId, PaperVersion } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { KNOWLEDGE, type OutsideFacts, type PaperFacts, PRECISION } from './paper-facts';

/** A paper as all its records together tell it; what is stored, but for the rendering. */
export type MergedPaper = {
  id: PaperId;
  title: string;
  abstract: string;
  /** As the source wrote them, TeX accents and all. */
  authors: string[];
  /** Empty, as are the categories, while only a source that knows none has told of the paper. */
  primaryCategory: string;
  categories: string[];
  publishedAt: Date;
  revisedAt: Date | undefined;
  versions: PaperVersion[];
  latestVersion: number;
  doi: string | undefined;
  journalRef: string | undefined;
  comment: string | undefined;
  license: string | undefined;
  codeUrl: string | undefined;
  projectUrl: string | undefined;
  organization: Organization | undefined;
  withdrawn: boolean;
  outside: OutsideFacts | undefined;
  sample: boolean;
  /** `KNOWLEDGE` of the best record so far, `PRECISION` of the date, and the day as of which it is true. */
  knowledge: number;
  precision: number;
  asOf: UtcDay | undefined;
};

/**
 * Adds one record to what is known of its paper. The record leads, and may change fields, where it is of a newer version,
 * or of the same one and no older and no worse informed; otherwise it only fills gaps. Nothing known is ever erased: empty
 * authors keep the known ones, and the version history only grows. A sample's text gives way to anything real.
 */
export function mergePaper(known: MergedPaper | undefined, facts: PaperFacts): MergedPaper {
  const leads = known === undefined || mayLead(known, facts);
  const choose = <T>(was: T | undefined, told: T | undefined): T | undefined => (leads ? (told ?? was) : (was ?? told));
  const list = <T>(was: T[] | undefined, told: T[] | undefined): T[] =>
    choose(was?.length ? was : undefined, told?.length ? told : undefined) ?? [];
  const precision = facts.published ? PRECISION[facts.published.precision] : -1;
  const dated =
    facts.published && (known === undefined || precision > known.precision || (leads && precision === known.precision));
  const categories = list(known?.categories, facts.categories);
  const ownPrimary = sameList(categories, known?.categories) && !leads ? known?.primaryCategory : facts.primaryCategory;
  const primary = [ownPrimary, known?.primaryCategory].find((code) => code !== undefined && categories.includes(code));
  return {
    id: facts.id,
    title: choose(known?.title, facts.title) ?? '',
    abstract: choose(known?.abstract, facts.abstract) ?? '',
    authors: list(known?.authors, facts.authors),
    primaryCategory: primary ?? categories[0] ?? '',
    categories,
    publishedAt: (dated ? facts.published?.at : known?.publishedAt) ?? new Date(0),
    revisedAt: latest(known?.revisedAt, facts.revisedAt),
    versions: mergeVersions(known?.versions ?? [], facts.versions ?? []),
    latestVersion: latestVersion(known?.latestVersion, facts),
    doi: choose(known?.doi, facts.doi),
    journalRef: choose(known?.journalRef, facts.journalRef),
    comment: choose(known?.comment, facts.comment),
    license: choose(known?.license, facts.license),
    codeUrl: facts.codeUrl ?? known?.codeUrl,
    projectUrl: facts.projectUrl ?? known?.projectUrl,
    organization: facts.organization ?? known?.organization,
    withdrawn: choose(known?.withdrawn, facts.withdrawn) ?? false,
    outside: mergeOutside(known?.outside, facts.outside),
    sample: facts.kind === 'sample' && (known?.sample ?? true),
    knowledge: Math.max(known?.knowledge ?? 0, KNOWLEDGE[facts.kind]),
    precision: dated ? precision : (known?.precision ?? -1),
    asOf: leads ? (facts.asOf ?? known?.asOf) : known?.asOf,
  };
}

function mayLead(known: MergedPaper, facts: PaperFacts): boolean {
  if (facts.kind === 'sample' || known.sample) return known.sample;
  if (facts.latestVersion !== undefined && facts.latestVersion !== known.latestVersion) {
    return facts.latestVersion > known.latestVersion;
  }
  const better = KNOWLEDGE[facts.kind] - known.knowledge;
  const isOlder = known.asOf !== undefined && facts.asOf !== undefined && facts.asOf < known.asOf;
  return better > 0 || (better === 0 && !isOlder);
}

function mergeVersions(known: PaperVersion[], told: PaperVersion[]): PaperVersion[] {
  const byNumber = new Map(known.map((version) => [version.version, version]));
  for (const version of told) byNumber.set(version.version, { ...byNumber.get(version.version), ...version });
  return [...byNumber.values()].sort((a, b) => a.version - b.version);
}

const latestVersion = (known: number | undefined, facts: PaperFacts): number =>
  Math.max(known ?? 1, facts.latestVersion ?? 1, ...(facts.versions ?? []).map(({ version }) => version));

// The larger count is the later one: readers hardly ever take a vote back, and a saved list may be older than what we have.
function mergeOutside(known: OutsideFacts | undefined, told: OutsideFacts | undefined): OutsideFacts | undefined {
  if (!known || !told) return told ?? known;
  return {
    ...known,
    ...told,
    upvotes: Math.max(known.upvotes, told.upvotes),
    comments: Math.max(known.comments, told.comments),
    ...(known.githubStars !== undefined && { githubStars: Math.max(known.githubStars, told.githubStars ?? 0) }),
  };
}

const latest = (a: Date | undefined, b: Date | undefined): Date | undefined => (a && b ? (a > b ? a : b) : (a ?? b));
const sameList = (a: readonly string[], b: readonly string[] | undefined): boolean =>
  b !== undefined && a.length === b.length && a.every((item, index) => item === b[index]);
