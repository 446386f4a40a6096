export { subscribeAccount } from './account-subscription';
export { confirmSubscription, readLink, refuseMail } from './confirm-subscription';
export type { Letters } from './letters';
export {
  changePreferences,
  eraseSubscription,
  exportSubscription,
  pauseSubscription,
  resumeSubscription,
  unsubscribe,
} from './manage-subscription';
export { nextDue } from './next-due';
export {
  DEFAULT_PREFERENCES,
  FEWEST_PAPERS,
  keptPreferences,
  MOST_PAPERS,
  type Preferences,
  type PreferencesInput,
} from './preferences';
export { LINK_HOURS, requestSubscription } from './request-subscription';
export type { Subscriber } from './subscriber';
export type {
  Asked,
  Asking,
  Due,
  SubscriptionStore,
  Suppression,
} from './subscription-store';
export { type MailEvent, takeMailEvents } from './take-mail-events';
export { canonicalZone, formerZoneName, zoneNames } from './zone';
