/** What KaTeX would misread without complaint: an unescaped per cent sign would hide the rest of the line. */
export const escapedSigns = (tex: string): string =>
  /[%#]/.test(tex) ? tex.replace(/(?<!\\)(?:\\\\)*[%#]/g, (found) => `${found.slice(0, -1)}\\${found.slice(-1)}`) : tex;

const UNDEFINED = /Undefined control sequence: (\\[a-zA-Z@]+)/;

/** The command that KaTeX says it does not know, out of its message. */
export const unknownCommand = (message: string): string | undefined => UNDEFINED.exec(message)?.[1];

/** The formula with the slips mended that authors make most and that LaTeX lets pass. For a formula that KaTeX refused. */
export function repaired(tex: string): string {
  const mended = tex
    .replace(
      /([_^])\s*\\(rm|bf|it|sf|tt|cal|mathrm|mathbf|text)(?![a-zA-Z])\s*(\{[^{}]*\}|\\?[a-zA-Z]+|\d)/g,
      '$1{\\$2 $3}',
    )
    .replace(/([_^])\s*\\(rm|bf|it|sf|tt|cal)(?![a-zA-Z])/g, '$1')
    .replace(
      /\\(text\w*|mbox|operatorname)\s*\{([^{}]*)\}/g,
      (_, name, words) => `\\${name}{${words.replace(/(?<!\\)([_^&])/g, '\\$1')}}`,
    )
    .replace(/([_^])\s*(\\[a-zA-Z]+)(?!\s*[{[a-zA-Z])/g, '$1{$2}')
    .replace(/\\\^/g, '\\^{}')
    .replace(/\\(?:label|tag|eqno|ref|cite[tp]?)\s*(?:\{[^{}]*\})?/g, '')
    .replace(/\\$/, '');
  return withoutFences(balanced(/\\begin/.test(mended) ? mended : mended.replace(/(?<!\\)&/g, ' ')));
}

function balanced(tex: string): string {
  let open = 0;
  let out = '';
  for (let index = 0; index < tex.length; index += 1) {
    const char = tex[index] as string;
    if (char === '\\') {
      out += tex.slice(index, index + 2);
      index += 1;
    } else if (char !== '}' || open > 0) {
      out += char;
      if (char === '{') open += 1;
      if (char === '}') open -= 1;
    }
  }
  return out + '}'.repeat(open);
}

const withoutFences = (tex: string): string =>
  tex.split('\\left').length === tex.split('\\right').length
    ? tex
    : tex.replace(/\\(?:left|right)(?![a-zA-Z])\s*\.?/g, '');
