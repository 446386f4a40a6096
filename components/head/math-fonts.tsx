type Props = { html: string[]; fonts: readonly string[] };

/** Has the browser fetch the two fonts of nearly every formula at once, on pages that hold one. */
export const MathFonts = ({ html, fonts }: Props) =>
  html.some((text) => text.includes('class="katex')) &&
  fonts.map((href) => (
    <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
  ));
