import type { RingEvidence, RingVote } from '@/src/votes';

const DAY_MS = 86_400_000;
const HOUR_MS = DAY_MS / 24;
const START = new Date('2026-08-01T00:00:00Z').getTime();
export const DAYS = 56;

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Paper = { id: string; day: number; appeal: number };

/** A simulated instance: readers, papers of 56 days, and whoever is added to it. All times are of its own clock. */
export class Population {
  readonly random: () => number;
  readonly papers: Paper[] = [];
  readonly #people = new Map<string, { createdAt: Date }>();
  readonly #facts = new Map<string, { authorKeys: string[]; submittedBy: string | null }>();
  readonly #votes = new Map<string, RingVote>();

  constructor(seed: number) {
    this.random = randomFrom(seed);
    for (let day = 0; day < DAYS; day++) {
      for (let nth = 0; nth < 15; nth++) {
        const authors = Array.from({ length: this.int(2, 6) }, () => `author-${this.int(0, 900)}`);
        this.addPaper(day, { authors, appeal: 1 / (1 + nth) });
      }
    }
    for (let nth = 0; nth < 250; nth++) this.addReader(this.int(-300, DAYS - 1), { aWeek: 0.5 + 5 * this.random() });
  }

  int = (from: number, to: number): number => from + Math.floor(this.random() * (to - from + 1));
  pick = <T>(from: readonly T[]): T => from[Math.floor(this.random() * from.length)] as T;
  chance = (share: number): boolean => this.random() < share;

  addPaper(day: number, over: { authors?: string[]; submittedBy?: string; appeal?: number } = {}): string {
    const id = `paper-${this.papers.length}`;
    this.papers.push({ id, day, appeal: over.appeal ?? 0.1 });
    const authorKeys = over.authors ?? [`author-${this.int(0, 900)}`, `author-${this.int(0, 900)}`];
    this.#facts.set(id, { authorKeys, submittedBy: over.submittedBy ?? null });
    return id;
  }

  addPerson(day: number, hour = 24 * this.random()): string {
    const id = `person-${this.#people.size}`;
    this.#people.set(id, { createdAt: new Date(START + day * DAY_MS + hour * HOUR_MS) });
    return id;
  }

  /** A vote so many hours into a day, never before the account was made nor after the last day. */
  vote(userId: string, paperId: string, day: number, hour = 24 * this.random()): void {
    const made = this.#people.get(userId)?.createdAt.getTime() ?? 0;
    const at = new Date(Math.max(START + day * DAY_MS + hour * HOUR_MS, made + 60_000));
    const key = `${userId} ${paperId}`;
    if (day < DAYS && !this.#votes.has(key)) this.#votes.set(key, { userId, paperId, at });
  }

  /** Reads by himself from that day on: papers of the last three days, by their appeal. */
  readOn(userId: string, fromDay: number, aWeek: number): void {
    for (let day = Math.max(0, fromDay); day < DAYS; day++) {
      if (!this.chance(Math.min(1, aWeek / 3.5))) continue;
      const recent = this.papers.filter((paper) => paper.day <= day && paper.day > day - 3);
      for (const _ of Array(this.int(1, 3))) {
        const total = recent.reduce((sum, { appeal }) => sum + appeal, 0);
        let left = this.random() * total;
        const chosen = recent.find(({ appeal }) => {
          left -= appeal;
          return left < 0;
        });
        if (chosen) this.vote(userId, chosen.id, day);
      }
    }
  }

  addReader(day: number, { aWeek }: { aWeek: number }): string {
    const id = this.addPerson(day);
    this.readOn(id, day, aWeek);
    return id;
  }

  /** What is known at the end of a day. */
  until(day: number): { evidence: RingEvidence; now: Date } {
    const now = new Date(START + (day + 1) * DAY_MS);
    const votes = [...this.#votes.values()].filter(({ at }) => at < now);
    return { evidence: { votes, people: this.#people, papers: this.#facts }, now };
  }
}
