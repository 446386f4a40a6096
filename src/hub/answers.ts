import { paperPath } from '@/src/shared';
import type { HubPerson, HubRecord } from './hub-record';

/** Where the instance is, and who speaks for papers that nobody brought. */
export type Voice = { origin: string; site: HubPerson };

/** Leaves out what is not known: the Hub's client takes a missing key for none, and null for a fault. */
const known = <T extends object>(parts: T): { [Key in keyof T]: NonNullable<T[Key]> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null && value !== undefined)) as never;

const user = ({ id, name, fullname }: HubPerson) => ({
  _id: id,
  avatarUrl: `/avatars/${encodeURIComponent(name)}.svg`,
  fullname,
  name,
  user: name,
  type: 'user',
  isPro: false,
});

const organizationOf = ({ organization }: HubRecord) =>
  organization &&
  known({
    _id: organization.id,
    name: organization.name,
    fullname: organization.fullname,
    avatar: organization.avatar ?? null,
  });

/** A paper as `GET /api/papers/{id}` tells of it. */
function hubPaper(record: HubRecord, { site }: Voice) {
  return known({
    id: record.id,
    authors: record.authors.map(({ id, name }) => ({ _id: id, name, hidden: false })),
    publishedAt: record.publishedAt.toISOString(),
    submittedOnDailyAt: record.listedOn && `${record.listedOn}T00:00:00.000Z`,
    submittedOnDailyBy: record.listedOn && user(record.submitter ?? site),
    title: record.title,
    summary: record.abstract,
    upvotes: record.upvotes,
    discussionId: record.discussionId,
    projectPage: record.projectUrl,
    githubRepo: record.codeUrl,
    githubStars: record.githubStars,
    ai_summary: record.aiSummary,
    ai_keywords: record.aiKeywords,
    organization: organizationOf(record),
  });
}

/** `GET /api/papers/{id}`: the paper with what is linked to it, of which this server knows nothing. */
export const hubPaperAnswer = (record: HubRecord, voice: Voice) => ({
  ...hubPaper(record, voice),
  numComments: record.comments,
  linkedModels: [],
  numTotalModels: 0,
  linkedDatasets: [],
  numTotalDatasets: 0,
  linkedSpaces: [],
  numTotalSpaces: 0,
});

/** An item of a day's list. The client reads most of it from the outer object, so it stands there as well. */
export function hubItem(record: HubRecord, voice: Voice) {
  const paper = hubPaper(record, voice);
  return {
    paper,
    publishedAt: paper.publishedAt,
    title: paper.title,
    summary: paper.summary,
    thumbnail: `${voice.origin}${paperPath(record.id)}/opengraph-image`,
    numComments: record.comments,
    submittedBy: { ...user(record.submitter ?? voice.site), isHf: false, isHfAdmin: false, isMod: false },
    ...known({
      organization: paper.organization,
      ai_summary: paper.ai_summary,
      ai_keywords: paper.ai_keywords,
      githubRepo: paper.githubRepo,
      githubStars: paper.githubStars,
      projectPage: paper.projectPage,
    }),
    isAuthorParticipating: record.authorTakesPart,
  };
}

type Piece = { type: 'text' | 'highlight'; text: string };

/** An item of a search's results: `submittedBy` only where somebody brought it, and what was looked for in its text. */
export function hubFound(record: HubRecord, voice: Voice, pieces: (text: string) => Piece[]) {
  const { submittedBy, ...item } = hubItem(record, voice);
  return {
    ...item,
    ...(record.submitter && { submittedBy }),
    highlightedTitle: pieces(record.title),
    highlightedSummary: pieces(record.abstract),
  };
}

/** A paper of `GET /api/papers`, without what only its own address tells. */
export function hubShort(record: HubRecord, { site }: Voice) {
  const { submittedOnDailyBy: _, ...paper } = hubPaper(record, { origin: '', site });
  return { ...paper, numComments: record.comments };
}
