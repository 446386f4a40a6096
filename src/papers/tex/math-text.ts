import { runMathCommand } from './math-commands';
import { MathReader } from './math-reader';

const LONGEST = 10_000;

/**
 * A formula in plain text with Unicode's signs, for feeds, mail and search: `x^{2}` becomes `x²`, `\alpha \leq
 * \frac{1}{2}` becomes `α ≤ 1/2`. Never throws; a command that it does not know is left as its name.
 */
export function mathToText(source: string): string {
  const text = new MathReader(source.slice(0, LONGEST), runMathCommand).readUntil(() => false);
  const rest = source.slice(LONGEST).replace(/[\\{}$]+/g, ' ');
  return (text + rest).normalize('NFC');
}
