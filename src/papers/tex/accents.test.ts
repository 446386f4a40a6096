import { describe, expect, test } from 'vitest';
import { plainText } from './render';

describe('an accent in any spelling', () => {
  const forms = (accent: string, letter: string) => [
    `\\${accent}${/[a-zA-Z]/.test(accent) ? '{' : ''}${letter}${/[a-zA-Z]/.test(accent) ? '}' : ''}`,
    `\\${accent}{${letter}}`,
    `\\${accent} ${letter}`,
    `{\\${accent}{${letter}}}`,
    `{\\${accent} ${letter}}`,
    `\\${accent}{ ${letter} }`,
  ];
  test.each([
    ['`', 'e', 'è'],
    ["'", 'e', 'é'],
    ['^', 'e', 'ê'],
    ['"', 'e', 'ë'],
    ['~', 'n', 'ñ'],
    ['=', 'a', 'ā'],
    ['.', 'z', 'ż'],
    ['u', 'g', 'ğ'],
    ['v', 's', 'š'],
    ['H', 'o', 'ő'],
    ['c', 'c', 'ç'],
    ['k', 'a', 'ą'],
    ['r', 'a', 'å'],
    ['d', 'a', 'ạ'],
    ["'", 'E', 'É'],
    ['v', 'C', 'Č'],
  ])('\\%s on %s is %s', (accent, letter, accented) => {
    for (const form of forms(accent, letter))
      expect([form, plainText(`Mo${form}ra`)]).toEqual([form, `Mo${accented}ra`]);
  });
});

test.each([
  ['na\\"{\\i}ve', 'naïve'],
  ['na\\"\\i{}ve', 'naïve'],
  ['na\\"{\\i }ve', 'naïve'],
  ['na\\"ive', 'naïve'],
  ["caf\\'e", 'café'],
  ['Nguy\\~{\\^e}n', 'Nguyễn'],
  ['Nguy\\~\\^en', 'Nguyễn'],
  ['Erd\\H os', 'Erdős'],
  ['Ne\\v set\\v ril', 'Nešetřil'],
  ['Ho\\v{r}ava', 'Hořava'],
  ['{\\L}ukasiewicz', 'Łukasiewicz'],
  ['\\L ukasiewicz', 'Łukasiewicz'],
  ['\\L{}ukasiewicz', 'Łukasiewicz'],
  ['Stanis\\l aw', 'Stanisław'],
  ['\\O rsted', 'Ørsted'],
  ['\\AA ngstr\\"om', 'Ångström'],
  ['stra\\ss e', 'straße'],
  ['stra{\\ss}e', 'straße'],
  ['\\ae ther and {\\oe}uvre', 'æther and œuvre'],
  ['Gra{\\ss}mann--Pl\\"ucker', 'Graßmann–Plücker'],
  ['fa\\c cade', 'façade'],
  ["G\\\"odel's \\'Etale", "Gödel's Étale"],
  ["l\\'\\ae", 'lǽ'],
])('%s is read as %s', (source, text) => {
  expect(plainText(source)).toBe(text);
});

test.each([
  ['a \\"quoted\\" word', 'a "quoted" word'],
  ['the \\"Apple\\" of it', 'the "Apple" of it'],
  ["the model\\'s eye", "the model's eye"],
  ['\\"Uber die Linien', 'Über die Linien'],
  ['a\\~{}b', 'a~b'],
  ['x\\^{}y', 'x^y'],
  ['10\\% of \\$5 \\& \\#1 \\_ \\{a\\}', '10% of $5 & #1 _ {a}'],
])('what only looks like an accent stays: %s', (source, text) => {
  expect(plainText(source)).toBe(text);
});
