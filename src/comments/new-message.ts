import type { Comment, CommentAuthor } from './comment';

/** A comment in the shape of the Hub's API, as its client reads it. */
export function newMessage(comment: Comment) {
  const at = comment.createdAt.toISOString();
  const author = comment.author && apiAuthor(comment.author);
  return {
    id: comment.id,
    ...(author && { author }),
    createdAt: at,
    type: 'comment',
    data: {
      edited: comment.editedAt !== null,
      hidden: comment.state !== 'shown',
      latest: {
        raw: comment.body,
        html: comment.bodyHtml,
        updatedAt: (comment.editedAt ?? comment.createdAt).toISOString(),
        ...(author && { author }),
      },
      numEdits: comment.editedAt === null ? 0 : 1,
      ...(comment.parentId !== null && { parentCommentId: comment.parentId }),
      reactions: [],
    },
  };
}

const apiAuthor = ({ id, handle, displayName, role }: CommentAuthor) => ({
  _id: id,
  avatarUrl: `/avatars/${handle}.svg`,
  fullname: displayName || handle,
  name: handle,
  type: 'user',
  isPro: false,
  isHf: false,
  isHfAdmin: role === 'admin',
  isMod: role !== 'member',
});
