import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { textLinks } from './addresses';
import { safeHref, shownAddress } from './safe-href';

/** What one rendering is told and what it counts. */
export type LinkEnv = {
  handles: ReadonlySet<string>;
  /** The address of a person's page. */
  personPath: (handle: string) => string;
  /** Links that leave the site. */
  links: number;
};

/** Bare addresses and `@handles` become links, images become links to them, and links that leave the site are counted. */
export function linkRule(md: MarkdownIt): void {
  md.validateLink = (url) => safeHref(url) !== undefined;
  md.core.ruler.push('addresses', (state) => {
    for (const block of state.tokens) {
      if (block.type === 'inline' && block.children) block.children = linked(block.children, state);
    }
  });
}

function linked(tokens: readonly Token[], state: StateCore): Token[] {
  const env = state.env as unknown as LinkEnv;
  const out: Token[] = [];
  let inside = 0;
  for (const token of tokens) {
    if (token.type === 'link_open') inside += 1;
    else if (token.type === 'link_close') inside -= 1;
    if (token.type === 'link_open' && leaves(String(token.attrGet('href')))) env.links += 1;
    if (token.type === 'image') out.push(...imageLink(token, state, inside > 0));
    else if (token.type === 'text' && inside === 0) out.push(...withLinks(token, state));
    else out.push(token);
  }
  return out;
}

const leaves = (href: string): boolean => !href.startsWith('/');

function withLinks(token: Token, state: StateCore): Token[] {
  const env = state.env as unknown as LinkEnv;
  const text = token.content;
  const found = /@|:\/\//.test(text) ? textLinks(text, env.handles) : [];
  if (found.length === 0) return [token];
  const out: Token[] = [];
  let at = 0;
  for (const link of found) {
    out.push(plain(state, text.slice(at, link.start)));
    const written = text.slice(link.start, link.end);
    if ('handle' in link) out.push(...anchor(state, env.personPath(link.handle), written));
    else {
      env.links += 1;
      out.push(...anchor(state, link.href, shownAddress(written, link.href)));
    }
    at = link.end;
  }
  out.push(plain(state, text.slice(at)));
  return out.filter((each) => each.type !== 'text' || each.content !== '');
}

// What a picture shows may change after it was approved, and its host would see every reader.
function imageLink(image: Token, state: StateCore, inside: boolean): Token[] {
  const href = String(image.attrGet('src'));
  const label = image.content.trim() || href;
  if (inside) return [plain(state, label)];
  if (leaves(href)) (state.env as unknown as LinkEnv).links += 1;
  return anchor(state, href, label);
}

function plain(state: StateCore, content: string): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  return token;
}

function anchor(state: StateCore, href: string, label: string): Token[] {
  const open = new state.Token('link_open', 'a', 1);
  open.attrSet('href', href);
  return [open, plain(state, label), new state.Token('link_close', 'a', -1)];
}
