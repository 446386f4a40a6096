import type { IOptions } from 'sanitize-html';

const MATHML =
  'math semantics annotation mrow mi mo mn ms mtext mspace msup msub msubsup mover munder munderover mfrac msqrt mroot mstyle mpadded mphantom mtable mtr mtd menclose'.split(
    ' ',
  );
const LENGTH = [/^-?(?:\d{1,4}(?:\.\d{1,6})?|\.\d{1,6})(?:em|px|%)$/];
const WIDTH = [...LENGTH, /^calc\(100% [+-] \d{1,2}(?:\.\d{1,6})?em\)$/];

/**
 * What stored HTML may hold: our own few inline tags, links to http and https, and the spans, MathML and drawing
 * elements of KaTeX with lengths for style. No colour, so that themes keep their contrast; nothing that can act.
 */
export const POLICY: IOptions = {
  allowedTags: [
    'p',
    'ul',
    'ol',
    'li',
    'em',
    'strong',
    'code',
    'u',
    'sup',
    'sub',
    'a',
    'span',
    'svg',
    'path',
    'line',
    ...MATHML,
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    code: ['class'],
    span: ['class', 'style', 'aria-hidden'],
    svg: ['xmlns', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'style'],
    path: ['d'],
    line: ['x1', 'y1', 'x2', 'y2', 'stroke-width'],
    math: ['xmlns', 'display'],
    annotation: ['encoding'],
    mi: ['mathvariant'],
    mn: ['mathvariant'],
    mtext: ['mathvariant'],
    mo: ['mathvariant', 'stretchy', 'separator', 'fence', 'lspace', 'rspace', 'minsize', 'maxsize'],
    mover: ['accent'],
    munder: ['accentunder'],
    munderover: ['accent', 'accentunder'],
    mfrac: ['linethickness'],
    mspace: ['width', 'height'],
    mstyle: ['scriptlevel', 'displaystyle'],
    mpadded: ['height', 'width', 'depth', 'lspace', 'voffset'],
    mtable: ['rowspacing', 'columnalign', 'columnspacing', 'rowlines', 'columnlines'],
    menclose: ['notation'],
  },
  allowedStyles: {
    '*': {
      height: LENGTH,
      width: WIDTH,
      'min-width': LENGTH,
      'vertical-align': LENGTH,
      top: LENGTH,
      bottom: LENGTH,
      left: LENGTH,
      'margin-left': LENGTH,
      'margin-right': LENGTH,
      'margin-top': LENGTH,
      'padding-left': LENGTH,
      'border-width': LENGTH,
      'border-bottom-width': LENGTH,
      'border-top-width': LENGTH,
      'border-right-width': LENGTH,
      'border-right-style': [/^(?:solid|dashed)$/],
      'border-style': [/^solid$/],
      position: [/^relative$/],
    },
  },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  parser: { lowerCaseTags: false, lowerCaseAttributeNames: false },
};
