export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Where messages for the operator go, one sentence each. */
export type Log = Record<LogLevel, (message: string) => void>;

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

type Options = { level: LogLevel; write?: (line: string) => void };

/** A log that drops what is less severe than `level`. Plain lines, so that a terminal and a log file read the same. */
export function createLog({ level, write = (line) => process.stderr.write(line) }: Options): Log {
  const at =
    (own: LogLevel) =>
    (message: string): void => {
      if (LEVELS.indexOf(own) < LEVELS.indexOf(level)) return;
      write(`${own === 'info' ? '' : `${own}: `}${message}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Throws away everything. */
export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
