/** The database did not answer. `lost` when a statement may have been carried out all the same. */
export class Outage extends Error {
  override name = 'Outage';
  readonly lost: boolean;

  constructor({ lost, cause }: { lost: boolean; cause: unknown }) {
    super(lost ? 'The database was lost in the middle of a write.' : 'The database cannot be reached.', { cause });
    this.lost = lost;
  }
}

// Failures to connect, and the server's words for not taking a connection: the statement never arrived.
const UNREACHED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'CONNECT_TIMEOUT'],
  ...['57P03', '53300'],
]);

// A connection that broke, or was ended, with a statement under way.
const LOST = new Set([
  ...['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECTION_ENDED'],
  ...['57P01', '57P02', '08000', '08001', '08003', '08006'],
]);

/** What an error says of the connection: nothing, that the statement never arrived, or that its end is not known. */
export function outageOf(error: unknown): 'unreached' | 'lost' | undefined {
  if (error instanceof Outage) return error.lost ? 'lost' : 'unreached';
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return undefined;
  return UNREACHED.has(code) ? 'unreached' : LOST.has(code) ? 'lost' : undefined;
}
