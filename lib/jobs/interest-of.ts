import { type Candidate, scorePaper, shippedModel, storedScore } from '@/src/recommend';

type Known = Omit<Candidate, 'comment'> & { comment?: string | undefined };

/**
 * How much a paper may be wanted, by the shipped weights: what a writer knows without asking the database. Where an
 * instance has trained weights of its own, its job scores again what bears another model's name.
 */
export const interestOf = (paper: Known): number =>
  storedScore(scorePaper(shippedModel().model, { ...paper, comment: paper.comment }));
