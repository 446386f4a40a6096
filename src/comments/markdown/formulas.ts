import { escapeHtml, formulaHtml } from '@/src/papers';

// One comment's share of KaTeX's time and of the page's weight; beyond it formulas are shown as their source.
const MOST_FORMULAS = 300;
const MOST_CHARACTERS = 12_000;

const PLACE = /\ue000(\d+)\ue001/g;

/**
 * Formulas of one comment. They are left out of the Markdown's HTML, which holds a place for each, because they pass
 * another sanitiser. The marks are private-use characters, which cleaned text does not hold.
 */
export class Formulas {
  readonly #html: string[] = [];
  #characters = 0;

  /** The place of a formula, or its source where the comment has had its share. */
  place(tex: string, display: boolean): string {
    this.#characters += tex.length;
    if (this.#html.length >= MOST_FORMULAS || this.#characters > MOST_CHARACTERS) {
      return `<code>${escapeHtml(tex.trim())}</code>`;
    }
    this.#html.push(formulaHtml(tex, display));
    return `\ue000${this.#html.length - 1}\ue001`;
  }

  /** Fills the places. Each is filled once: a place that an entity such as `&#xe000;` forged cannot multiply a formula. */
  fill(html: string): string {
    const left = new Map(this.#html.entries());
    return html.replace(PLACE, (_, digits: string) => {
      const index = Number(digits);
      const formula = left.get(index) ?? '';
      left.delete(index);
      return formula;
    });
  }
}
