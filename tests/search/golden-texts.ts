/** Texts of our own that meet every turn of cutting text into words and pieces. */
export const GOLDEN_TEXTS: readonly string[] = [
  'Sparse attention for very long documents',
  'A naïve Bayes classifier, or na\\"ive, or NAI\u0308VE: one and the same.',
  'Schr\\"{o}dinger bridges and the K\\"ahler–Einstein metric of \\v{C}ech and {\\L}ojasiewicz',
  'We prove that $\\ell_1$-minimisation recovers $k$-sparse signals from $m \\geq 2k \\log(n/k)$ samples.',
  'YOLOv8, GPT4 and 3D-ResNet50 run at 120 fps; 7.5x faster on ﬁve ﬂoating-point benchmarks.',
  'Ærøskøbing, Łódź, Đorđe and straße keep their letters; Στατιστική and 機械学習 have none of these.',
  'antidisestablishmentarianism electroencephalographically internationalisation',
  `${'supercalifragilistic'.repeat(4)} is too long to be a word`,
  'Zero\u200dwidth, soft\u00adhyphen, keycap 1\ufe0f\u20e3 and superscript x² y³',
  '',
  '… — !?',
  'The the THE cat sat; the cat sat on the mat of the cat.',
];
