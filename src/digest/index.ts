export type { Candidate, Window } from './candidate';
export type { Chosen } from './choose';
export { chooser } from './choose';
export type {
  Claim,
  Claimed,
  ClaimOptions,
  DeliveryRow,
  DeliveryStore,
  DigestHealth,
  EditionRow,
  EditionStore,
  Mark,
  StateCounts,
} from './digest-store';
export { DELIVERY_STATES } from './digest-store';
export type { EditionKey, EditionKind } from './edition';
export { editionName, editionPath, messageId } from './edition';
export type { Judgement, MailAnswer } from './judge-answer';
export { judgeAnswer } from './judge-answer';
export type { EditionPage } from './read-edition-page';
export { readEditionPage } from './read-edition-page';
export { readEdition, readEditions, retryFailed } from './read-editions';
export type { MailCard } from './render/card';
export { mailCard } from './render/card';
export type { MailFrame, Piece } from './render/mail';
export { fittingCards, mailFrame } from './render/mail';
export type { Clockwork } from './retry';
export { afterFailure, CLOCKWORK, pauseAfter } from './retry';
export type { Story } from './story';
export { subjectOf } from './subject';
export { warningMail } from './warning-mail';
export { readDigestWarnings } from './warnings';
export { foldWords } from './words';
