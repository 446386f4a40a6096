const STOP = new Set(
  `a about above across after against all also although among an and any approach approaches are as at available based be
  because been before being better between both but by can capable challenge challenges code compared consistently could
  current data demonstrate demonstrates despite different do does due during each effective effectively efficient either
  enable enables enabling even every evaluate evaluation evaluations existing experiment experimental experiments extensive
  first five for four six seven eight nine ten framework from further general had has have high higher however if improve improved improves
  improvement improving in including input insight instance into introduce introduces is issue it its key large largely
  leading less let like limited many may method methods model models more most much multiple must need needs new no nor not
  novel number of often on one only or order other our outperforms output over paper per perform performance performs
  potential present presents previous prior problem process propose proposed proposes provide provides providing rather
  recent recently remain remains require required requires research result results reveal robust same second set several
  show showing shown shows significant significantly simple since single so some state-of-the-art strong study such task
  tasks technique techniques than that the their them then there these they this those three through thus to toward towards
  two under understanding use used user uses using various very via was we well were what when where whether which while
  who whose wide will with within without work works yet achieve achieves achieving across address addresses analysis
  applied apply art beyond build building called com compare crucial dataset datasets design designed develop developed
  directly established ensure enhance enhances enhanced enhancing essential explore face facilitate final find findings focus
  form found full function github given good http https important increase increasingly information inherent instead
  integrate integrates investigate known lack learn learning level leverage leverages leveraging low main make makes making
  means measure mechanism module namely nature obtain offer offers original overall part particularly play point
  practical primarily produce promising range rely relies role scenario scenarios science setting settings solution
  solutions specific specifically standard state step steps strategy support systematic target term terms time total
  traditional train trained training type types typically unified unlike usually validate value values varying ways`
    .split(/\s+/)
    .filter(Boolean),
);

/** A term's key merges plurals; its form is how the text spells it. */
export type Term = { key: string; form: string };

const keyOf = (word: string): string =>
  word.length > 4 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;

/** Telling words of a text, and pairs of such words that stand side by side. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  let before: Term | undefined;
  for (const found of text.matchAll(/[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]|[^\sA-Za-z]/g)) {
    const [form] = found;
    const lower = form.toLowerCase();
    if (form.length < 3 || STOP.has(lower) || STOP.has(keyOf(lower))) {
      before = undefined;
      continue;
    }
    const term = { key: keyOf(lower), form: /^[A-Z][a-z-]+$/.test(form) ? lower : form };
    terms.push(term);
    if (before) terms.push({ key: `${before.key} ${term.key}`, form: `${before.form} ${term.form}` });
    before = term;
  }
  return terms;
}
