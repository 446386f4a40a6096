const ELEMENTS =
  'H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo ' +
  'Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl ' +
  'Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm';

const FORMULA = new RegExp(
  `^(?:(?:${ELEMENTS.split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|')})\\d{0,3}){1,6}$`,
);

/** Whether letters read as chemical symbols (`CO`, `Bi2Se`), so that a number after an underscore is a count. */
export const isChemicalFormula = (token: string): boolean => token.length <= 20 && FORMULA.test(token);
