export { type Closed, mayRead } from './access';
export type { Order } from './arrange';
export { cleanText, isBlank } from './clean-text';
export type { Comment, CommentAuthor, CommentMode, CommentState, Outline } from './comment';
export { isCommentId } from './comment';
export type {
  CommentStore,
  Draft,
  DraftKey,
  Edit,
  Inserted,
  Limit,
  LimitOutcome,
  NewComment,
  Subject,
} from './comment-store';
export { deleteComment } from './delete-comment';
export { type DiscussionOptions, discussionQuery, parseDiscussionOptions } from './discussion-options';
export { dropDraft, keepDraft, type Place, readDraft } from './drafts';
export { editComment, isEditable } from './edit-comment';
export { renderComment } from './markdown/render-comment';
export { newMessage } from './new-message';
export { type PostRefusal, postComment } from './post-comment';
export { previewComment } from './preview-comment';
export { type CommentPage, readComment } from './read-comment';
export { type Discussion, pageOfComment, readDiscussion, type ShownComment } from './read-discussion';
export { readPersonComments, type SaidComment } from './read-person-comments';
export { renderStaleComments, type StaleComment, type StaleCommentStore } from './render-stale';
export { type BadText, LONGEST_COMMENT, readText } from './write-rules';
