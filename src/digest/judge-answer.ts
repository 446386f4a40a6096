/** What the mail server said of a message, or that it said nothing. */
export type MailAnswer = {
  /** Where it was said; `connection` also when it broke off. */
  stage: 'connection' | 'sign-in' | 'sender' | 'recipient' | 'content';
  /** The reply code, such as 250 or 550; null when no reply came. */
  code: number | null;
  /** The whole reply, or the error's sentence. */
  text: string;
};

/**
 * - `bounced`: the address does not exist or takes no mail. It alone is to blame, so it is never written to again.
 * - `refused`: a refusal for good, but of the sender, the content or the connection: nothing is known against the address.
 * - `deferred`: this message not now; others may go.
 * - `busy`: the server takes nothing now; all wait.
 * - `broken`: no answer came. The message may have arrived or not; it is sent again under the same Message-ID.
 */
export type Judgement = 'bounced' | 'refused' | 'deferred' | 'busy' | 'broken';

/** Enhanced codes of addresses that will not work (RFC 3463): no such mailbox, domain or syntax, moved away, disabled. */
const BAD_ADDRESS = /\b5\.(?:1\.(?:1|2|3|6|10)|2\.1)\b/;
const ENHANCED = /\b[245]\.\d{1,3}\.\d{1,3}\b/;
/** Basic codes that speak of the mailbox when no enhanced code does (RFC 5321: 550, 551, 553). */
const MAILBOX_CODES = new Set([550, 551, 553]);
/** Words of servers that mean the sender, not the mailbox, by a bare 550. */
const POLICY_WORDS =
  /spam|policy|relay|block|black|denied|reject(?:ed)? due|reputation|listed|spf|dkim|dmarc|authenti|authoriz|rate|too many|not permitted|prohibit|helo|ptr|reverse dns|greylist|client host|ip address|sender|full|quota/i;
/** 4.3.x: the server's own system; 4.5.3: too many recipients; 4.7.x with such words: too fast. */
const SERVER_WIDE =
  /\b4\.(?:3\.\d|4\.5)\b|too (?:many|fast)|rate|try again later.*connection|insufficient system storage/i;

/** Tells by a server's answer to a message with one recipient who is to blame and what to do. */
export function judgeAnswer({ stage, code, text }: MailAnswer): Judgement {
  if (code === null && stage !== 'sign-in') return 'broken';
  if (code === null || stage === 'connection' || stage === 'sign-in' || code === 421) return 'busy';
  if (code < 500) return code === 452 || SERVER_WIDE.test(text) ? 'busy' : 'deferred';
  if (stage === 'sender') return 'refused';
  if (ENHANCED.test(text)) return BAD_ADDRESS.test(text) ? 'bounced' : 'refused';
  if (stage === 'recipient' && MAILBOX_CODES.has(code) && !POLICY_WORDS.test(text)) return 'bounced';
  return 'refused';
}
