export type InlineStyle = 'em' | 'strong' | 'code' | 'small-caps' | 'underline';

/** A piece of a title or abstract after its TeX was read. */
export type Node =
  | { kind: 'text'; text: string }
  /** `unset`: one of too many formulas, printed as text. */
  | { kind: 'math'; source: string; display: boolean; unset?: true }
  /** `bare`: as the plain form shows it when Unicode has no raised or lowered characters for it. */
  | { kind: 'script'; raised: boolean; source: string; bare?: string }
  | { kind: 'style'; style: InlineStyle; children: Node[] }
  | { kind: 'link'; href: string; children: Node[] }
  | { kind: 'paragraph' }
  | { kind: 'list'; ordered: boolean }
  | { kind: 'item' }
  | { kind: 'list-end' };
