const WORK =
  '(?:paper|article|manuscript|submission|preprint|work|draft|book(?: project)?|report|note|letter|thesis|document|contribution|e-?print|version of the paper)';
const THIS = `(?:this|the|our|my)(?: \\w+){0,2}? ${WORK}`;
const BECOME = '(?:has|have)(?: now| since)? been|is|was|had to be|must be|needs to be|will be|should be';

/** What withdrawals say, at the beginning of a sentence. From arXiv's help on withdrawing and from comments in the wild. */
const NOTICES = [
  new RegExp(
    `^(?:${THIS}|${WORK})(?: entitled .{1,150}?)? (?:${BECOME}) (?:\\w+ )?(?:withdrawn|retracted)\\b(?! from (?!arxiv|the arxiv|this))`,
  ),
  new RegExp(
    `^(?:${THIS}|${WORK}|it) (?:${BECOME}) (?:withdrawn|removed|retracted) by (?:the )?(?:arxiv|authors?|submitter|first|last)`,
  ),
  new RegExp(`^${WORK} withdrawn\\b(?! from (?!arxiv))`),
  /^(?:withdrawn|retracted)\b(?! from (?!arxiv)| submission (?:to|at))/,
  /^withdrawing\b/,
  new RegExp(`^(?:the )?(?:authors?|i|we)(?: \\w+)? (?:have |has )?(?:withdrawn?|withdraws|retract(?:ed)?) ${THIS}\\b`),
  new RegExp(`^(?:accordingly|therefore|hence|consequently|thus),? ${THIS} (?:is|has been|was) withdrawn`),
];

/**
 * Whether the comment or the abstract of a paper is arXiv's or its authors' notice of withdrawal, rather than a mention
 * of one. In abstracts only a short text that begins with the notice counts. arXiv's rules: https://info.arxiv.org/help/withdraw.html
 */
export function isWithdrawn(paper: { comment?: string; abstract: string }): boolean {
  if (paper.comment !== undefined && /withdr|retract|removed by/i.test(paper.comment)) {
    if (sentences(paper.comment.slice(0, 3000)).some(isNotice)) return true;
  }
  const abstract = paper.abstract.slice(0, 3000);
  if (!/withdr|retract|removed by/i.test(abstract)) return false;
  const [first = '', ...rest] = sentences(abstract);
  return isNotice(first) || (abstract.length < 400 && rest.some(isNotice));
}

const sentences = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .split(/(?<=[.;:!?)\]]) |\(|\[/)
    .map((sentence) => sentence.replace(/^[^\p{L}]+/u, ''));

const isNotice = (sentence: string): boolean => NOTICES.some((notice) => notice.test(sentence));
