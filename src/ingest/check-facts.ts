import { ok, type Result, refuse } from '@/src/shared';
import { monthOfId } from './formats/dates';
import type { IngestRecord } from './source';

// Generous multiples of the longest in 120,000 real papers: title 272, abstract 3,488, 3,303 authors, name 512, comment 744.
const LONGEST = { title: 2_000, abstract: 50_000, name: 1_000, comment: 5_000, other: 2_000 };
const MOST = { authors: 10_000, categories: 50, versions: 1_000 };
const FIRST_YEAR = 1986;
const LAST_YEAR = 2200;
const CATEGORY = /^[a-z][a-z-]{0,30}(\.[A-Za-z-]{1,30})?$/;

/**
 * Refuses a record that no database row can hold or that no real paper looks like, so that it cannot spoil its batch:
 * NUL bytes, lone surrogates, absurd lengths or years, no title. Gives the record back with a publication date in any case.
 */
export function checkRecord(record: IngestRecord): Result<IngestRecord> {
  const { facts, listings } = record;
  if (facts.title === '') return refuse('no-title', 'it has no title');
  if (facts.abstract === '') return refuse('no-abstract', 'it has no abstract');
  const fault = lengthFault(record) ?? textFault(record) ?? categoryFault(record);
  if (fault !== undefined) return refuse('bad-record', fault);
  const dates = [facts.published?.at, facts.revisedAt, ...(facts.versions ?? []).map((v) => new Date(v.createdAt))];
  if (dates.some((date) => date !== undefined && !isPlausible(date))) {
    return refuse('bad-date', `a date of it is not between ${FIRST_YEAR} and ${LAST_YEAR}`);
  }
  if (listings.some(({ day }) => !isPlausible(new Date(`${day}T00:00:00Z`)))) {
    return refuse('bad-day', `its listing day is not between ${FIRST_YEAR} and ${LAST_YEAR}`);
  }
  return ok(facts.published ? record : { ...record, facts: { ...facts, published: monthOfId(facts.id) } });
}

function isPlausible(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR && year < LAST_YEAR;
}

function lengthFault({ facts }: IngestRecord): string | undefined {
  const authors = facts.authors ?? [];
  if (facts.title.length > LONGEST.title) return `its title has ${facts.title.length} characters`;
  if (facts.abstract.length > LONGEST.abstract) return `its abstract has ${facts.abstract.length} characters`;
  if ((facts.comment?.length ?? 0) > LONGEST.comment) return `its comment has ${facts.comment?.length} characters`;
  if (authors.length > MOST.authors) return `it has ${authors.length} authors`;
  if (authors.some((name) => name.length > LONGEST.name))
    return `an author's name is longer than ${LONGEST.name} characters`;
  if ((facts.versions?.length ?? 0) > MOST.versions) return `it has ${facts.versions?.length} versions`;
  if ((facts.latestVersion ?? 1) > 10_000) return `its latest version is ${facts.latestVersion}`;
  const others = [facts.doi, facts.journalRef, facts.license, facts.codeUrl, facts.projectUrl, facts.outside?.summary];
  if (others.some((text) => (text?.length ?? 0) > LONGEST.other)) return 'one of its fields is absurdly long';
  return undefined;
}

function textFault({ facts, listings }: IngestRecord): string | undefined {
  const texts: string[] = [];
  collectTexts(facts, texts);
  collectTexts(listings, texts);
  const all = texts.join(' ');
  if (all.includes('\0')) return 'it holds a NUL character';
  return LONE_SURROGATE.test(all) ? 'it holds half a character (a lone surrogate)' : undefined;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function collectTexts(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value);
  else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const part of Object.values(value)) collectTexts(part, into);
  }
}

function categoryFault({ facts }: IngestRecord): string | undefined {
  const categories = facts.categories ?? [];
  if (categories.length > MOST.categories) return `it has ${categories.length} categories`;
  const bad = [...categories, ...(facts.primaryCategory === undefined ? [] : [facts.primaryCategory])].find(
    (category) => !CATEGORY.test(category),
  );
  return bad === undefined ? undefined : `“${bad.slice(0, 60)}” is not a category`;
}
