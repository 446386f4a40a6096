// Overrides and isolates of direction, and characters that only serve to hide others. Joiners stay: Persian and emoji need them.
const UNSEEN =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\p{Co}]|[\u{e0000}-\u{e0fff}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be stored.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// No script stacks more than four marks on a letter; a tower covers the lines around it.
const TOWER = /(\p{M}{4})\p{M}+/gu;
const NOTHING = /^[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]*$/u;

/** Text of a comment as it may be stored: line ends as `\n`, nothing that hides, reorders or covers other text. Linear. */
export const cleanText = (input: string): string =>
  input
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(CONTROLS, '')
    .replace(UNSEEN, '')
    .replace(TOWER, '$1')
    .replace(/^\n+/, '')
    .trimEnd();

/** Whether there is nothing to see in a text. */
export const isBlank = (text: string): boolean => NOTHING.test(text);
