/** A fault that the operator can mend: its message is a sentence for him, printed without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}
