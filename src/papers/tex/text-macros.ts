import type { InlineStyle } from './nodes';
import { words } from './pairs';

/** Commands that style their argument, and switches that style the rest of their group. */
export const STYLES: ReadonlyMap<string, InlineStyle> = new Map<string, InlineStyle>([
  ...styled('em', 'emph textit textsl em it sl itshape slshape mathit textem textemph Emph emphasis'),
  ...styled('strong', 'textbf bf bfseries strong mathbf bm boldsymbol mathbfit'),
  ...styled('code', 'texttt tt ttfamily code lstinline mathtt'),
  ...styled('small-caps', 'textsc sc scshape'),
  ...styled('underline', 'underline uline ul underbar uwave'),
]);

function styled(style: InlineStyle, names: string): [string, InlineStyle][] {
  return names.split(' ').map((name) => [name, style]);
}

/** Print their argument as it is. */
export const PLAIN = words(`
  textrm textnormal textsf textup textmd text mbox hbox fbox makebox ensuremath mathrm mathsf rm sf rmfamily sffamily
  upshape mdseries normalfont textlf protect boxed centerline hl added ac acp acs acl acf acsp aclp Ac Acp gls glspl Gls
  Glspl acrshort acrlong acrfull acro textulc MakeUppercase MakeLowercase uppercase lowercase operatorname nolinebreak
  textquote phantomsection textls highlight mathop footnotesize scriptsize small tiny normalsize large Large LARGE huge Huge
  textrmup titlecap Capitalize replaced num unit si verb textnohyphenation foreignlanguage
`);

/** Print nothing, and neither does their argument. */
export const SILENT_WITH_ARGUMENT = words(`
  cite citep citet citealp citealt citeauthor citeyear citeyearpar Citet Citep Cite citenum onlinecite newcite cites autocite
  parencite textcite footcite supercite fullcite nocite shortcite citenamefont bibcite cit citeA
  ref eqref autoref cref Cref pageref nameref vref secref figref tabref Fig label index thanks vspace hspace vskip
  hskip color pagecolor pagestyle thispagestyle input include includegraphics bibliography bibliographystyle usepackage
  documentclass setlength setcounter addtocounter footnotemark deleted phantom hphantom vphantom selectlanguage fontsize
  newcommand renewcommand definecolor rowcolor cellcolor kern mkern mskip rule marginpar todo sethlcolor linespread
`);

/** Print nothing by themselves. */
export const SILENT = words(`
  noindent indent xspace protect relax left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle limits
  nolimits centering raggedright raggedleft sloppy fussy clearpage newpage pagebreak maketitle null nobreak allowbreak
  hfill hfil vfill vfil smallskip medskip bigskip par null nobreakdash leavevmode unskip ignorespaces frenchspacing
  nonfrenchspacing tableofcontents appendix boldmath unboldmath begingroup endgroup bgroup egroup twocolumn onecolumn
  doublespacing singlespacing onehalfspacing flushleft flushright small footnotesize scriptsize tiny normalsize large
  Large LARGE huge Huge rm sf rmfamily sffamily upshape mdseries normalfont ensuremath sloppypar cal endinput
  faGithub faGlobe github makeatletter makeatother bibliographystyle em it bf sl sc tt itshape bfseries ttfamily scshape
`);

/** Environments that only arrange what they hold. */
export const LISTS = words(
  'itemize enumerate description compactitem compactenum inparaenum inparaitem asparaenum list',
);
