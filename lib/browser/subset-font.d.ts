declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2';
    keepAllGlyphs: true;
    /** The part of each axis that is kept. */
    variationAxes: Record<string, { min: number; max: number }>;
  };
  /** A smaller font of the same characters. */
  function subsetFont(font: Uint8Array, text: undefined, options: Options): Promise<Uint8Array>;
  export = subsetFont;
}
