import type { Viewer } from '@/src/accounts';
import { firstListed, type IngestRecord, type MergedPaper, mergeListings, mergePaper } from '@/src/ingest';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import type {
  Enqueued,
  KnownPaper,
  NewSubmission,
  OpenSubmission,
  OwnSubmission,
  SubmissionDraft,
  SubmissionStore,
} from '@/src/submissions';

type Key = { userId: string; paperId: PaperId };
type Stored = OwnSubmission & OpenSubmission & { settledAt: Date | null };

const DAY_MS = 86_400_000;
const keyOf = ({ userId, paperId }: Key): string => `${userId} ${paperId}`;

/** Submissions in memory. */
export class FakeSubmissionStore implements SubmissionStore {
  readonly papers = new Map<string, MergedPaper & { hidden: boolean; days: UtcDay[] }>();
  readonly people = new Map<string, Viewer & { suspended: boolean }>();
  /** Refuses every limit that is asked for. */
  full = false;
  #drafts = new Map<string, SubmissionDraft>();
  #submissions: Stored[] = [];

  async known(id: PaperId): Promise<KnownPaper | null> {
    const paper = this.papers.get(id);
    if (!paper) return null;
    const { title, abstract, publishedAt, hidden, withdrawn } = paper;
    return {
      ...{ id, title, abstract, publishedAt, hidden, withdrawn },
      complete: !paper.sample && paper.categories.length > 0,
      shownOn: hidden ? null : (paper.days.toSorted().at(-1) ?? null),
      codeUrl: paper.codeUrl ?? null,
      projectUrl: paper.projectUrl ?? null,
    };
  }

  async keep({ facts, listings }: IngestRecord): Promise<boolean> {
    if (facts.title === '') return false;
    const before = this.papers.get(facts.id);
    const days = mergeListings([], listings).flatMap((listing) => firstListed([listing]) ?? []);
    const hidden = before?.hidden ?? false;
    this.papers.set(facts.id, { ...mergePaper(before, facts), hidden, days: [...(before?.days ?? []), ...days] });
    return true;
  }

  async enqueue(fresh: NewSubmission, { dailyCap }: { dailyCap: number }): Promise<Enqueued> {
    const submitter = this.people.get(fresh.userId);
    if (!submitter || submitter.suspended) return { kind: 'suspended' };
    const live = this.#submissions.some(({ paperId, status }) => paperId === fresh.paperId && status !== 'refused');
    if (live) return { kind: 'taken' };
    const since = fresh.now.getTime() - DAY_MS;
    const own = this.#submissions.filter((s) => s.submitter.id === fresh.userId && s.createdAt.getTime() > since);
    if (own.length >= dailyCap) return { kind: 'daily-cap' };
    const { paperId, comment, codeUrl, projectUrl, now } = fresh;
    const stored: Stored = {
      ...{ id: String(this.#submissions.length + 1).padStart(24, '0'), paperId, comment, codeUrl, projectUrl },
      ...{ submitter, createdAt: now, tries: 0, status: 'pending', day: null, problem: null, settledAt: null },
      nextTryAt: new Date(now.getTime() + 120_000),
    };
    this.#submissions.push(stored);
    return { kind: 'queued', submission: openOf(stored) };
  }

  async list({ id, day, now }: { id: string; day: UtcDay; now: Date }): Promise<boolean> {
    const submission = this.#pending(id);
    if (!submission) return false;
    Object.assign(submission, { status: 'listed', day, settledAt: now, problem: null });
    this.papers.get(submission.paperId)?.days.push(day);
    return true;
  }

  async postpone(id: string, { problem, nextTryAt }: { problem: string; nextTryAt: Date }): Promise<void> {
    const submission = this.#pending(id);
    if (submission) Object.assign(submission, { problem, nextTryAt, tries: submission.tries + 1 });
  }

  async refuse(id: string, { problem, now }: { problem: string; now: Date }): Promise<void> {
    const submission = this.#pending(id);
    if (submission) Object.assign(submission, { status: 'refused', problem, settledAt: now });
  }

  async drop(id: string): Promise<void> {
    this.#submissions = this.#submissions.filter((each) => each.id !== id || each.status !== 'pending');
  }

  async due(now: Date, limit: number): Promise<OpenSubmission[]> {
    return this.#submissions
      .filter(({ status, nextTryAt }) => status === 'pending' && nextTryAt <= now)
      .filter(({ submitter }) => !this.people.get(submitter.id)?.suspended)
      .sort((a, b) => a.nextTryAt.getTime() - b.nextTryAt.getTime() || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(openOf);
  }

  async own({ userId, paperId }: Key): Promise<OwnSubmission | null> {
    const own = this.#submissions.filter((s) => s.submitter.id === userId && s.paperId === paperId).map(ownOf);
    return own.at(-1) ?? null;
  }

  async unlisted(userId: string, limit: number): Promise<OwnSubmission[]> {
    const own = this.#submissions.filter((s) => s.submitter.id === userId && s.status !== 'listed').map(ownOf);
    return own.reverse().slice(0, limit);
  }

  draft = async (key: Key): Promise<SubmissionDraft | null> => this.#drafts.get(keyOf(key)) ?? null;
  keepDraft = async (key: Key, draft: SubmissionDraft): Promise<void> => void this.#drafts.set(keyOf(key), draft);
  dropDraft = async (key: Key): Promise<void> => void this.#drafts.delete(keyOf(key));
  limit = async (): Promise<{ allowed: boolean }> => ({ allowed: !this.full });

  #pending = (id: string): Stored | undefined =>
    this.#submissions.find((each) => each.id === id && each.status === 'pending');
}

const openOf = ({ id, paperId, comment, codeUrl, projectUrl, submitter, createdAt, tries }: Stored) => ({
  ...{ id, paperId, comment, codeUrl, projectUrl, submitter, createdAt, tries },
});

const ownOf = ({ paperId, status, day, problem, createdAt, nextTryAt }: Stored): OwnSubmission => ({
  ...{ paperId, status, day, problem, createdAt, nextTryAt },
});
