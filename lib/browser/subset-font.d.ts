declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2';
    keepAllGlyphs: true;
    noHinting: true;
    /** The part of each axis that is kept, or the one value that is left. */
    variationAxes?: Record<string, number | { min: number; max: number }>;
  };
  /** A smaller font of the same characters. */
  function subsetFont(font: Uint8Array, text: undefined, options: Options): Promise<Uint8Array>;
  export = subsetFont;
}
