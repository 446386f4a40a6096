export type FetchFaultCode =
  | 'unreachable'
  | 'timed-out'
  | 'too-large'
  | 'bad-redirect'
  | 'bad-address'
  | 'bad-status'
  | 'come-back-later'
  | 'aborted';

/** Why an answer was not had, as a sentence for the ledger. `retryAt` tells when the source is willing to hear us again. */
export class FetchFault extends Error {
  override name = 'FetchFault';
  readonly code: FetchFaultCode;
  readonly status: number | undefined;
  readonly body: Buffer | undefined;

  constructor(
    code: FetchFaultCode,
    message: string,
    more: { status?: number | undefined; body?: Buffer | undefined; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.status = more.status;
    this.body = more.body;
  }
}
