export { keepSubmissionDraft } from './drafts';
export { type IndexRefusal, indexPaper } from './index-paper';
export { lookUpPaper } from './look-up-paper';
export { problemInWords } from './refusals';
export { retrySubmissions } from './retry-submissions';
export type { NewSubmission, OpenSubmission, OwnSubmission, SubmissionDraft } from './submission';
export type { Enqueued, KnownPaper, PaperSource, SourceAnswer, SubmissionStore } from './submission-store';
export { type SubmitPorts, type SubmitRefusal, submitPaper } from './submit-paper';
