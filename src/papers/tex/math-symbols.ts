import { pairs, words } from './pairs';

// Names from "The Comprehensive LaTeX Symbol List" (CTAN: info/symbols/comprehensive) and from what arXiv authors use.

/** Letters and signs that take no space of their own. */
export const ORDINARY = pairs(`
  alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
  lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ
  chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
  varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varPhi Φ varPsi Ψ varOmega Ω
  upalpha α upbeta β upgamma γ updelta δ upmu μ uppi π upsigma σ uptau τ upnu ν uplambda λ upphi φ upomega ω
  Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ digamma ϝ
  aleph ℵ beth ℶ gimel ℷ hbar ℏ hslash ℏ imath ı jmath ȷ ell ℓ wp ℘ Re ℜ Im ℑ partial ∂ infty ∞ prime ′ backprime ‵
  emptyset ∅ varnothing ∅ nabla ∇ surd √ top ⊤ bot ⊥ angle ∠ measuredangle ∡ triangle △ square □ Box □ Diamond ◇
  blacksquare ■ lozenge ◊ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ flat ♭ natural ♮ sharp ♯ clubsuit ♣
  diamondsuit ♢ heartsuit ♡ spadesuit ♠ complement ∁ eth ð mho ℧ dagger † ddagger ‡ dag † ddag ‡ S § P ¶
  ldots … dots … cdots ⋯ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … vdots ⋮ ddots ⋱ checkmark ✓ maltese ✠
  odot ⊙ astrosun ☉ sun ☉ Sun ☉ earth ⊕ Earth ⊕ jupiter ♃ Jupiter ♃ saturn ♄ mars ♂ venus ♀ moon ☾ leftmoon ☾
  star ⋆ bigstar ★ bullet • circ ∘ degree ° degrees ° deg ° textdegree ° arcdeg ° arcmin ′ arcsec ″ micron μm
  celsius °C angstrom Å Angstrom Å AA Å AE Æ ae æ oe œ OE Œ o ø O Ø L Ł l ł ss ß aa å pounds £ copyright © euro €
  hexagon ⬡ pentagon ⬠ bigcirc ◯ bigtriangleup △ bigtriangledown ▽ blacktriangle ▲ triangledown ▽ Finv Ⅎ
  textperiodcentered · textbullet • textregistered ® texttrademark ™ textmu µ upmu μ permil ‰ Bbbk 𝕜 ordinalindicator º
  R ℝ N ℕ Z ℤ Q ℚ C ℂ reals ℝ Reals ℝ Complex ℂ cnums ℂ
`);

/** Relations and arrows: a space on either side. */
export const RELATIONS = pairs(`
  leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ leqq ≤ geqq ≥ neq ≠ ne ≠ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ equiv ≡
  sim ∼ nsim ≁ simeq ≃ approx ≈ approxeq ≊ cong ≅ ncong ≇ doteq ≐ propto ∝ varpropto ∝ asymp ≍ thicksim ∼
  thickapprox ≈ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆
  lesseqgtr ⋚ lessgtr ≶ gtrless ≷ prec ≺ succ ≻ preceq ≼ succeq ≽ preccurlyeq ≼ succcurlyeq ≽
  precsim ≾ succsim ≿ in ∈ ni ∋ notin ∉ isin ∈ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋
  nsubseteq ⊈ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ perp ⊥ parallel ∥ nparallel ∦ mid ∣ nmid ∤ vdash ⊢
  dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪ bowtie ⋈ coloneqq ≔ coloneq ≔ defeq ≔ eqqcolon ≕ triangleq ≜ eqdef ≝
  trianglelefteq ⊴ triangleleft ◁ triangleright ▷ trianglerighteq ⊵ lhd ◁ rhd ▷ unlhd ⊴ unrhd ⊵ vartriangleleft ⊲
  to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ implies ⟹
  impliedby ⟸ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
  Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕
  Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁
  leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ rightleftarrows ⇄ leftrightarrows ⇆
  leadsto ⇝ rightsquigarrow ⇝ leftrightsquigarrow ↭ twoheadrightarrow ↠ upharpoonright ↾ restriction ↾ rightrightarrows ⇉
  dashrightarrow ⇢ circlearrowleft ↺ circlearrowright ↻ curvearrowright ↷ nrightarrow ↛ nleftarrow ↚ nleq ≰ ngeq ≱
  nless ≮ ngtr ≯ between ≬ pitchfork ⋔ therefore ∴ because ∵ smile ⌣ frown ⌢ xrightarrow → xleftarrow ←
`);

/** Binary signs that read better with air around them. */
export const SPACED = pairs(`
  times × pm ± mp ∓ otimes ⊗ oplus ⊕ ominus ⊖ cup ∪ cap ∩ uplus ⊎ sqcup ⊔ sqcap ⊓ wedge ∧ vee ∨ land ∧ lor ∨
  setminus ∖ smallsetminus ∖ backslash \\ ltimes ⋉ rtimes ⋊ div ÷ boxplus ⊞ boxtimes ⊠ boxminus ⊟ amalg ⨿ wr ≀
  curlywedge ⋏ curlyvee ⋎ dotplus ∔ bmod mod leftthreetimes ⋋
`);

/** Binary signs that sit tight. */
export const TIGHT = pairs('cdot · centerdot · ast ∗ oslash ⊘ diamond ⋄ intercal ⊺ boxdot ⊡ circledast ⊛ star ⋆');

/** Large operators: a space follows once they carry limits. */
export const LARGE = pairs(`
  sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ intop ∫ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
  bigodot ⨀ bigvee ⋁ bigwedge ⋀ bigsqcup ⨆ biguplus ⨄ fint ⨍
`);

export const FENCES = pairs(`
  langle ⟨ rangle ⟩ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace }
  lbrack [ rbrack ] ulcorner ⌜ urcorner ⌝ llbracket ⟦ rrbracket ⟧ lgroup ( rgroup ) lmoustache ⎰ rmoustache ⎱ lang ⟨ rang ⟩
`);

/** Function names, printed as words. */
export const FUNCTIONS = words(`
  arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min
  Pr sec sin sinh sup tan tanh argmax argmin tr Tr rank diag sgn sign supp Var Cov lcm mod poly polylog polyloglog
  erf erfc Res res Ext Tor Hom End Aut Gal Spec Proj Pic Span span vol Vol grad curl dist conv Prob Bias KL softmax sech
`);

/** Changes of size, style and layout that plain text has no use for. */
export const IGNORED = words(`
  left right middle big Big bigg Bigg bigl bigr bigm Bigl Bigr Bigm biggl biggr Biggl Biggr displaystyle textstyle
  scriptstyle scriptscriptstyle limits nolimits nonumber notag boldmath unboldmath mathstrut strut null relax protect
  allowbreak nobreak rm bf it sf tt cal sl em bfseries itshape rmfamily mathsurround hfill hfil bgroup egroup noindent
  small large Large tiny scriptsize footnotesize normalsize centering displaylimits leavevmode unskip xspace bfit mathversion
`);

/** Switches that hold to the end of the group and leave words upright. */
export const TYPE_SWITCHES = words('rm bf it sf tt sl em rmfamily bfseries itshape');

/** Commands whose argument is words. */
export const UPRIGHT = words(`
  text mbox hbox fbox boxed textrm textsf texttt textsc textnormal textup mathrm mathsf mathtt operatorname
  operatornamewithlimits textbf textit textsl emph mathit si unit verb textmd mathop num
`);

/** Commands that change how their argument looks, not what it says. */
export const PASSES = words(`
  mathbf bm boldsymbol pmb mathcal mathscr mathfrak EuScript mathbin mathrel mathord mathopen mathclose mathinner
  ensuremath smash bold frak scr vect mathnormal cancel mathclap mathrlap mathllap substack overbrace underbrace uline
  mathbold mathbfit mathsfit symbf symbb symcal vcenter mathbfcal hl
`);

/** Commands that print nothing of their argument. */
export const DROPS_ARGUMENT = words(`
  phantom vphantom hphantom label tag color hspace vspace mspace cite citep citet ref eqref footnote index
`);

export const SPACES = words('quad qquad enspace enskip thinspace medspace thickspace space newline nobreakspace par');

export const DOUBLE_STRUCK = pairs('C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ');

/** Combining marks of math accents. */
export const MATH_ACCENTS = pairs(`
  hat \u0302 widehat \u0302 tilde \u0303 widetilde \u0303 bar \u0304 overline \u0305 dot \u0307 ddot \u0308 dddot \u20db
  vec \u20d7 overrightarrow \u20d7 check \u030c breve \u0306 acute \u0301 grave \u0300 mathring \u030a underline \u0332
  underbar \u0332 widebar \u0304 wh \u0302 wt \u0303 overleftarrow \u20d6 utilde \u0330
`);

/** `\\not` and what it strikes. */
export const NEGATED = pairs(`
  = ≠ < ≮ > ≯ ∈ ∉ ∋ ∌ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ≤ ≰ ≥ ≱ ∼ ≁ ≃ ≄ ≈ ≉ ≡ ≢ ≅ ≇ ∥ ∦ ∣ ∤ ∃ ∄ → ↛ ← ↚ ⇒ ⇏ ⊢ ⊬ ⊨ ⊭ ≺ ⊀ ≻ ⊁
`);
