const kept = globalThis as { broadsheetTypeScript?: Promise<unknown> };

/**
 * Lets this process import our TypeScript. A start from the built launcher does without, which saves it a second; the
 * modules that only a build, a first run or development needs are imported from their sources after this.
 */
export async function typescript(): Promise<void> {
  if (process.execArgv.some((argument) => argument.includes('tsx'))) return;
  kept.broadsheetTypeScript ??= import('tsx/esm/api').then(({ register }) => register());
  await kept.broadsheetTypeScript;
}
