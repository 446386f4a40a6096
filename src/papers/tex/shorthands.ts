import { pairs } from './pairs';

/**
 * Macros that authors define for themselves and leave in the abstract, as the TeX they stand for. Only names that mean
 * the same everywhere: quantities and units of astronomy (AASTeX, MNRAS, A&A classes), particle physics, number sets.
 */
export const SHORTHANDS = pairs(String.raw`
  Msun M_\odot msun M_\odot Msol M_\odot msol M_\odot solarmass M_\odot Lsun L_\odot lsun L_\odot Lsol L_\odot
  Rsun R_\odot rsun R_\odot Zsun Z_\odot zsun Z_\odot Mearth M_\oplus Rearth R_\oplus mearth M_\oplus rearth R_\oplus
  Mjup M_\mathrm{J} Rjup R_\mathrm{J} mjup M_\mathrm{J} rjup R_\mathrm{J} Mstar M_\star Rstar R_\star
  Teff T_\mathrm{eff} teff T_\mathrm{eff} logg \log\,g feh \mathrm{[Fe/H]} vsini v\sin\,i Vsini v\sin\,i
  mdot \dot{M} Mdot \dot{M} Lya \mathrm{Ly}\alpha lya \mathrm{Ly}\alpha Ha \mathrm{H}\alpha halpha \mathrm{H}\alpha
  Halpha \mathrm{H}\alpha Hb \mathrm{H}\beta Hbeta \mathrm{H}\beta hbeta \mathrm{H}\beta
  HI \mathrm{H\,I} hi \mathrm{H\,I} HII \mathrm{H\,II} hii \mathrm{H\,II} htwo \mathrm{H}_2 hcop \mathrm{HCO}^+
  kms \mathrm{km\,s^{-1}} kmps \mathrm{km\,s^{-1}} ergs \mathrm{erg\,s^{-1}} percc \mathrm{cm^{-3}}
  um \mathrm{\mu{m}} mum \mathrm{\mu{m}} micron \mathrm{\mu{m}} microns \mathrm{\mu{m}} muG \mathrm{\mu{G}}
  farcs ^{\prime\prime} farcm ^{\prime} arcsec ^{\prime\prime} arcmin ^{\prime} asec ^{\prime\prime} fdg ^\circ
  arcdeg ^\circ degr ^\circ degrees ^\circ celsius ^\circ\mathrm{C} AA \mathrm{Å} sun \odot Sun \odot
  eV \mathrm{eV} keV \mathrm{keV} MeV \mathrm{MeV} GeV \mathrm{GeV} TeV \mathrm{TeV} meV \mathrm{meV}
  invfb \mathrm{fb^{-1}} fbinv \mathrm{fb^{-1}} ifb \mathrm{fb^{-1}} pT p_\mathrm{T} sqrts \sqrt{s} sNN s_\mathrm{NN}
  sqrtsnn \sqrt{s_\mathrm{NN}} snn \sqrt{s_\mathrm{NN}} ttbar t\bar{t} bbbar b\bar{b} qqbar q\bar{q} ppbar p\bar{p}
  epem e^+e^- ee e^+e^- psibarpsi \bar{\psi}\psi eps \varepsilon veps \varepsilon vareps \varepsilon
  GHz \mathrm{GHz} MHz \mathrm{MHz} kHz \mathrm{kHz} Hz \mathrm{Hz} Jy \mathrm{Jy} mJy \mathrm{mJy}
  pc \mathrm{pc} kpc \mathrm{kpc} Mpc \mathrm{Mpc} Gpc \mathrm{Gpc} Gyr \mathrm{Gyr} Myr \mathrm{Myr} yr \mathrm{yr}
  mas \mathrm{mas} km \mathrm{km} cm \mathrm{cm} nm \mathrm{nm} hMpc h^{-1}\mathrm{Mpc}
  bbR \mathbb{R} bbZ \mathbb{Z} bbQ \mathbb{Q} bbC \mathbb{C} bbN \mathbb{N} bbF \mathbb{F} bbE \mathbb{E} bbP \mathbb{P}
  QQ \mathbb{Q} ZZ \mathbb{Z} RR \mathbb{R} CC \mathbb{C} NN \mathbb{N} FF \mathbb{F} PP \mathbb{P} EE \mathbb{E}
  tilda \sim la \lesssim ga \gtrsim lsim \lesssim gsim \gtrsim ltsim \lesssim gtsim \gtrsim simlt \lesssim simgt \gtrsim
  ltsima \lesssim gtsima \gtrsim lta \lesssim gta \gtrsim ltapprox \lessapprox gtapprox \gtrapprox
  P \mathsf{P} NP \mathsf{NP} poly \mathrm{poly} polylog \operatorname{polylog} tr \operatorname{tr} Tr \operatorname{Tr}
  rank \operatorname{rank} diag \operatorname{diag} sgn \operatorname{sgn} sign \operatorname{sign}
  Hom \operatorname{Hom} End \operatorname{End} Aut \operatorname{Aut} Gal \operatorname{Gal} Spec \operatorname{Spec}
  Ext \operatorname{Ext} Tor \operatorname{Tor} Pic \operatorname{Pic} SL \operatorname{SL} GL \operatorname{GL}
  SU \operatorname{SU} SO \operatorname{SO} Sp \operatorname{Sp} PSL \operatorname{PSL} PGL \operatorname{PGL}
  supp \operatorname{supp} Var \operatorname{Var} Cov \operatorname{Cov} Proj \operatorname{Proj} Sym \operatorname{Sym}
  mbox \text Cal \mathcal roman \mathrm bb \mathbb wt \widetilde ra \rightarrow lra \leftrightarrow Real \mathbb{R}
  ve \varepsilon om \omega Om \Omega lam \lambda
  etal \textit{et\ al.} eg \text{e.g.} ie \text{i.e.} xspace {} ensuremath {} nobreak {} protect {} unboldmath {}
  textsc \text textsl \textit mathds \mathbb mathbbm \mathbb mathbbold \mathbb bbold \mathbb Bbb \mathbb
  nicefrac \tfrac sfrac \tfrac textsubscript _ textsuperscript ^ wh \widehat wt \widetilde widebar \overline
  bold \mathbf vect \mathbf mathbfit \boldsymbol textup \text textmd \text si \mathrm unit \mathrm
  mathnormal {} boldmath {} triangleq \overset{\scriptstyle\triangle}{=} nobreakspace ~ textemdash --- iid \text{i.i.d.}
`);
