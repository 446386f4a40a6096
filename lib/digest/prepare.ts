import type { DigestMail } from '@/lib/mail/digest/compose';
import { composer, type Sender } from '@/lib/mail/digest/compose';
import type { Candidate, Chosen, Claimed, DeliveryStore } from '@/src/digest';
import { messageId, subjectOf } from '@/src/digest';
import { editorsDesk } from './desk';
import type { DigestLinks } from './links';
import type { Prepared, Ready } from './send-due';

export type Given = {
  store: Pick<DeliveryStore, 'candidates' | 'stories'>;
  site: { name: string; baseUrl: string };
  sender: Sender;
  envelopeFrom: string;
  host: string;
  links: DigestLinks;
  sign?: ((message: Buffer) => Promise<Buffer>) | undefined;
  now?: () => Date;
};

type Reader = NonNullable<Claimed['reader']>;

/** Why a delivery needs no mail after all; undefined when it does. */
function settledBefore(reader: Claimed['reader']): Prepared | undefined {
  if (reader === null) return { state: 'skipped', answer: 'The reader’s data were deleted.' };
  if (reader.suppressed) return { state: 'suppressed', answer: 'No mail goes to this address any more.' };
  if (!reader.active) return { state: 'skipped', answer: 'The reader had paused or unsubscribed by then.' };
  return undefined;
}

export type Choice = {
  edition: Claimed['edition'];
  reader: Reader;
  papers: readonly Candidate[];
  matching: number;
  /** What the Message-ID begins with, where it is not the edition's and reader's own. */
  id?: string;
};

/** What makes mails of choices. Bytes are made when they are asked for, so few are held at a time. */
function addresser(given: Given, desk: ReturnType<typeof editorsDesk>) {
  const compose = composer(given.sender);
  const { now = () => new Date(), sign = (message: Buffer) => message } = given;
  return async ({ edition, reader, papers, matching, id }: Choice): Promise<Ready | undefined> => {
    const ids = papers.map((paper) => paper.id);
    const rendered = await desk.cards(edition, ids);
    const cards = ids.flatMap((paper) => rendered.get(paper) ?? []);
    if (cards.length === 0) return undefined;
    const mail: DigestMail = {
      frame: desk.frame(edition),
      cards,
      matching,
      subject: subjectOf(
        edition,
        cards.map(({ titleText }) => titleText),
      ),
      to: reader.email,
      messageId: id === undefined ? messageId(edition, reader.id, given.host) : `<${id}@${given.host}>`,
      date: now(),
      links: { manage: given.links.manage(reader.id), unsubscribe: given.links.unsubscribe(reader.id) },
    };
    return {
      envelope: { from: given.envelopeFrom, to: reader.email },
      papers: cards.length,
      bytes: () => sign(compose(mail)),
    };
  };
}

/** Makes the mail of one choice. */
export const composeOne = (given: Given, choice: Choice): Promise<Ready | undefined> =>
  addresser(given, editorsDesk(given.store, given.site))(choice);

/** Chooses, renders and addresses what was claimed. */
export function preparer(given: Given): (claimed: readonly Claimed[]) => Promise<Prepared[]> {
  const desk = editorsDesk(given.store, given.site);
  const addressed = addresser(given, desk);

  return async (claimed) => {
    const wanted = claimed.flatMap(({ window, reader }) =>
      reader === null || settledBefore(reader) ? [] : [{ window, taste: reader }],
    );
    const chosen = await desk.choose(wanted);
    const choiceOf = new Map<Reader, Chosen<Candidate>>();
    for (const [at, { taste }] of wanted.entries()) {
      const choice = chosen[at];
      if (choice) choiceOf.set(taste, choice);
    }
    const prepared: Prepared[] = [];
    for (const delivery of claimed) {
      prepared.push(settledBefore(delivery.reader) ?? (await mailFor(delivery, delivery.reader as Reader)));
    }
    return prepared;

    async function mailFor({ edition }: Claimed, reader: Reader): Promise<Prepared> {
      const { papers = [], matching = 0 } = choiceOf.get(reader) ?? {};
      const ready = await addressed({ edition, reader, papers, matching });
      return ready ?? { state: 'skipped', answer: 'Nothing new for this reader.', papers: 0, covers: true };
    }
  };
}
