const WORK =
  '(?:paper|article|manuscript|submission|preprint|work|draft|book(?: project)?|report|note|letter|thesis|document|contribution|e-?print|version of the paper)';
const THIS = `(?:this|the|our|my)(?: \\w+){0,2}? ${WORK}`;
const BECOME =
  '(?:(?:has|have)(?: now| since)? bee?n?|is|was|had to be|must be|needs to be|will be|should be)(?: (?:now|hereby|temporarily|formally|currently))?';

const FROM_ELSEWHERE = '(?! from (?!arxiv|the arxiv|this|my))';

/** What notices say at the beginning of a sentence. From arXiv's help on withdrawing and from comments in the wild. */
const OPENINGS = [
  new RegExp(`^(?:${THIS}|${WORK})(?: entitled .{1,150}?)? ${BECOME} (?:withdrawn|retracted)\\b${FROM_ELSEWHERE}`),
  new RegExp(
    `^(?:${THIS}|${WORK}|it) ${BECOME} (?:withdrawn|removed|retracted) by (?:the )?(?:arxiv|authors?|submitter)`,
  ),
  new RegExp(`^${WORK} withdrawn\\b${FROM_ELSEWHERE}`),
  new RegExp(`^(?:withdrawn|retracted)\\b${FROM_ELSEWHERE}(?! submission (?:to|at))`),
  /^withdraw(?:al|ing)?\b/,
  new RegExp(`^(?:the )?(?:authors?|i|we)(?: \\w+)? (?:have |has )?(?:withdrawn?|withdraws|retract(?:ed)?) ${THIS}\\b`),
];
/** What notices say anywhere. */
const CLAUSES = [
  new RegExp(`\\b${THIS} ${BECOME} (?:withdrawn|retracted)\\b${FROM_ELSEWHERE}`),
  new RegExp(
    `\\b(?:decided?|want|need|wish|like|request|better)\\b.{0,20} to withdraw (?:it|${THIS}|from my|from arxiv)\\b`,
  ),
];

/**
 * Whether the comment or the abstract of a paper is arXiv's or its authors' notice of withdrawal, rather than a mention
 * of one. In abstracts only a short text that begins with the notice counts. arXiv's rules: https://info.arxiv.org/help/withdraw.html
 */
export function isWithdrawn(paper: { comment?: string; abstract: string }): boolean {
  if (paper.comment !== undefined && isNotice(paper.comment, { anywhere: true })) return true;
  return isNotice(paper.abstract, { anywhere: paper.abstract.length < 400 });
}

function isNotice(source: string, { anywhere }: { anywhere: boolean }): boolean {
  const text = source.slice(0, 3000).toLowerCase().replace(/\s+/g, ' ');
  if (!/withdr|retract|removed by/.test(text)) return false;
  const sentences = text.split(/(?<=[.;:!?)\]]) |\(|\[/).map((sentence) => sentence.replace(/^[^\p{L}]+/u, ''));
  const counted = anywhere ? sentences : sentences.slice(0, 1);
  if (counted.some((sentence) => OPENINGS.some((opening) => opening.test(sentence)))) return true;
  return anywhere && CLAUSES.some((clause) => clause.test(text));
}
