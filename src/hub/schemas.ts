import { z } from 'zod';

// The shapes of the Hub's paper API: what is checked in tests, printed on /api and told in the OpenAPI document.
// Strict: what is not named here is not sent, and what is not known is left out, never null.

const objectId = z.string().regex(/^[0-9a-f]{24}$/);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const count = z.int().nonnegative();

const user = {
  _id: objectId,
  avatarUrl: z.string(),
  fullname: z.string(),
  name: z.string().meta({ description: 'The handle.' }),
  user: z.string().meta({ description: 'The handle again.' }),
  type: z.literal('user'),
  isPro: z.literal(false),
};
const roles = { isHf: z.boolean(), isHfAdmin: z.boolean(), isMod: z.boolean() };

const User = z.strictObject(user).meta({ id: 'User' });
const Submitter = z.strictObject({ ...user, ...roles }).meta({ id: 'Submitter' });
const Organization = z
  .strictObject({ _id: objectId, name: z.string(), fullname: z.string(), avatar: z.string().optional() })
  .meta({ id: 'Organization' });
const Author = z.strictObject({ _id: objectId, name: z.string(), hidden: z.literal(false) }).meta({ id: 'Author' });

const extras = {
  projectPage: z.string().optional(),
  githubRepo: z.string().optional(),
  githubStars: count.optional(),
  ai_summary: z.string().optional().meta({ description: 'One line, from the Hub.' }),
  ai_keywords: z.array(z.string()).optional(),
  organization: Organization.optional(),
};
const short = {
  id: z.string().meta({ description: 'The arXiv id without its version.' }),
  authors: z.array(Author),
  publishedAt: instant,
  submittedOnDailyAt: instant.optional().meta({ description: 'The first day whose list had it.' }),
  title: z.string(),
  summary: z.string().meta({ description: 'The abstract, plain, with Unicode for formulas.' }),
  upvotes: count,
  discussionId: objectId,
  ...extras,
};
const paper = { ...short, submittedOnDailyBy: User.optional() };
const Paper = z.strictObject(paper).meta({ id: 'Paper' });

export const ShortPaper = z.strictObject({ ...short, numComments: count }).meta({ id: 'ShortPaper' });

const item = {
  paper: Paper,
  publishedAt: instant,
  title: z.string(),
  summary: z.string(),
  thumbnail: z.url().meta({ description: 'A picture with title and authors, 1200 by 630 pixels.' }),
  numComments: count,
  submittedBy: Submitter,
  isAuthorParticipating: z.boolean(),
  ...extras,
};

export const DailyPaper = z.strictObject(item).meta({ id: 'DailyPaper' });

const Piece = z.strictObject({ type: z.enum(['text', 'highlight']), text: z.string() }).meta({ id: 'Piece' });

export const FoundPaper = z
  .strictObject({
    ...item,
    submittedBy: Submitter.optional(),
    highlightedTitle: z.array(Piece),
    highlightedSummary: z.array(Piece),
  })
  .meta({ id: 'FoundPaper', description: 'Pieces put together give the whole text.' });

const Speaker = z
  .strictObject({
    _id: objectId,
    avatarUrl: z.string(),
    fullname: z.string(),
    name: z.string(),
    type: z.literal('user'),
    isPro: z.literal(false),
    ...roles,
  })
  .meta({ id: 'Speaker' });

const Message = z
  .strictObject({
    id: objectId,
    author: Speaker.optional(),
    createdAt: instant,
    type: z.literal('comment'),
    data: z.strictObject({
      edited: z.boolean(),
      hidden: z.boolean(),
      latest: z.strictObject({ raw: z.string(), html: z.string(), updatedAt: instant, author: Speaker.optional() }),
      numEdits: count,
      parentCommentId: objectId.optional(),
      reactions: z.array(z.never()),
    }),
  })
  .meta({ id: 'Message', description: 'A comment or a reply. `html` is sanitised.' });

const nothing = z.array(z.never()).meta({ description: 'This server knows of none.' });

export const PaperAnswer = z
  .strictObject({
    ...paper,
    numComments: count,
    linkedModels: nothing,
    numTotalModels: z.literal(0),
    linkedDatasets: nothing,
    numTotalDatasets: z.literal(0),
    linkedSpaces: nothing,
    numTotalSpaces: z.literal(0),
    comments: z.array(Message).optional().meta({ description: 'With `field=comments` only.' }),
  })
  .meta({ id: 'PaperAnswer' });

export const Harnesses = z
  .strictObject({ standardEnvVars: z.array(z.never()), harnesses: z.strictObject({}) })
  .meta({ id: 'Harnesses' });

export const Failure = z
  .strictObject({ error: z.string().meta({ description: 'A sentence that says what to do.' }) })
  .meta({ id: 'Failure' });

export const NewMessage = z.strictObject({ newMessage: Message }).meta({ id: 'NewMessage' });
export const Kept = z.strictObject({ status: z.string() }).meta({ id: 'Kept' });
export const Known = z.strictObject({}).meta({ id: 'Known' });
export const Upvoted = z
  .strictObject({
    upvotes: count,
    upvoted: z.boolean(),
    counted: z.boolean().meta({ description: 'Whether the vote is in the count.' }),
    note: z.string().optional().meta({ description: 'Why it is not.' }),
  })
  .meta({ id: 'Upvoted' });

export const SavedAnswer = z.strictObject({ saved: z.boolean() }).meta({ id: 'SavedAnswer' });

/** The bodies of writing calls. */
export const SUBMISSION = z
  .object({
    paperId: z.string().meta({ description: 'An arXiv id, or an address that holds one.' }),
    comment: z.string().nullish().meta({ description: 'Becomes the first comment of its discussion.' }),
    projectPage: z.string().nullish(),
    githubRepo: z.string().nullish(),
  })
  .meta({ id: 'Submission' });
export const INDEXED = z.object({ arxivId: z.string() }).meta({ id: 'Indexed' });
export const COMMENT = z
  .object({ comment: z.string().meta({ description: 'Markdown, 1 to 65536 characters.' }) })
  .meta({ id: 'NewComment' });
