import type { IOptions } from 'sanitize-html';

const REL = 'nofollow ugc noopener';

/** What a comment may hold besides formulas, which src/papers vouches for: text, lists, quotes, code, tables and links. */
export const COMMENT_POLICY: IOptions = {
  allowedTags: 'p br hr em strong s code pre blockquote ul ol li a table thead tbody tr th td'.split(' '),
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['style'], td: ['style'] },
  allowedStyles: { '*': { 'text-align': [/^(?:left|center|right)$/] } },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    a: (tagName, { href = '' }) => ({
      tagName,
      attribs: href.startsWith('/') ? { href } : { href, rel: REL },
    }),
  },
};
