/**
 * Archives whose papers bear ids of the form `archive/YYMMNNN`, the ones folded into others since included.
 * Source: https://info.arxiv.org/help/arxiv_identifier.html and the archive list at https://arxiv.org/category_taxonomy
 */
export const OLD_ARCHIVES: ReadonlySet<string> = new Set(
  (
    'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga ' +
    'funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph ' +
    'q-alg q-bio quant-ph solv-int supr-con'
  ).split(' '),
);
