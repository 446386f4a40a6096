// The site's paper white, ink and one red, as app/styles/theme.css has them. Mail programs want them on every element.
export const PAGE = '#f4f1ea';
export const SHEET = '#fdfcf9';
export const INK = '#191816';
export const QUIET = '#605c55';
export const RULE = '#dfdad1';
export const ACCENT = '#a3211b';

export const SERIF = "Georgia,'Times New Roman',serif";
export const SANS = '-apple-system,Segoe UI,Helvetica,Arial,sans-serif';

/** What only a style sheet can say: the dark theme, and narrower margins on a phone. Programs that drop it lose nothing. */
export const STYLE_SHEET = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media(max-width:620px){.s{padding:20px 16px 28px!important}}',
  '@media(prefers-color-scheme:dark){',
  '.b{background-color:#161514!important}',
  '.s{background-color:#1d1b1a!important}',
  '.i,.i a{color:#ebe8e2!important}',
  '.q,.q a{color:#a8a29a!important}',
  '.a{color:#ff8a7a!important}',
  '.r,.s{border-color:#35322e!important}',
  '}',
].join('');
