const MARK = Symbol.for('broadsheet.own-server');
const shared = globalThis as { [MARK]?: boolean };

/** Said by our server, in the process that it shares with Next; no request can say it. */
export const markOwnServer = (): void => {
  shared[MARK] = true;
};

/** Does our server, which sets headers itself, stand in front of Next in this process? */
export const isOwnServer = (): boolean => shared[MARK] === true;
