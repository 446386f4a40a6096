import { preload } from 'react-dom';

type Props = { html: string[]; fonts: readonly string[] };

/** Has the browser fetch the two fonts of nearly every formula at once, on pages that hold one. */
export function MathFonts({ html, fonts }: Props) {
  if (html.some((text) => text.includes('class="katex'))) {
    for (const href of fonts) preload(href, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  }
  return null;
}
