/** An expected outcome: a value, or a refusal that the caller must handle. Outages and bugs throw instead. */
export type Result<T, R extends Refusal = Refusal> = { ok: true; value: T } | { ok: false; refusal: R };

/** Why something was not done: a code for programs and a sentence that tells a person what to do. */
export type Refusal<Code extends string = string> = { code: Code; message: string };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = <Code extends string>(code: Code, message: string): { ok: false; refusal: Refusal<Code> } => ({
  ok: false,
  refusal: { code, message },
});
