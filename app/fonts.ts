import localFont from 'next/font/local';

// next/font reads its arguments at build time, so each must be written out. Only the two latin faces are fetched
// ahead, cut by lib/browser/text-fonts.ts to the weights that are used; italics and the wider Latin come when a page has a character that needs them.
const serif = localFont({
  src: '../lib/browser/generated/source-serif-4-latin-wght-normal.woff2',
  weight: '400 800',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
  variable: '--font-serif-latin',
});

const serifItalic = localFont({
  src: '../lib/browser/generated/source-serif-4-latin-wght-italic.woff2',
  weight: '400',
  style: 'italic',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
  preload: false,
  variable: '--font-serif-italic',
});

const serifExtended = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2',
  weight: '200 900',
  display: 'swap',
  adjustFontFallback: false,
  preload: false,
  variable: '--font-serif-extended',
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2113,U+A720-A7FF',
    },
  ],
});

const sans = localFont({
  src: '../lib/browser/generated/public-sans-latin-wght-normal.woff2',
  weight: '400 700',
  display: 'swap',
  adjustFontFallback: 'Arial',
  variable: '--font-sans-latin',
});

const sansExtended = localFont({
  src: '../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-ext-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  adjustFontFallback: false,
  preload: false,
  variable: '--font-sans-extended',
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2113,U+A720-A7FF',
    },
  ],
});

/** Class names that define the font variables which globals.css composes. */
export const fontVariables = [serif, serifItalic, serifExtended, sans, sansExtended]
  .map((font) => font.variable)
  .join(' ');
