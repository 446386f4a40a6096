import type { Env, MarkdownIt } from 'markdown-it';
import createMarkdown from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { Formulas } from './formulas';
import { type LinkEnv, linkRule } from './link-rule';
import { mathRules } from './math-rule';
import { COMMENT_POLICY } from './policy';

/** Raised with every change that makes the output differ, so that stored comments can be rendered again. */
export const COMMENT_RENDER_VERSION = 1;

/** HTML that is safe to put into a page, and how many links in it leave the site. */
export type RenderedComment = { html: string; links: number };

type Known = Pick<LinkEnv, 'handles' | 'personPath'>;
type Rendering = LinkEnv & { formulas: Formulas };

const DEEPEST = 20;

const markdown = make();

function make(): MarkdownIt {
  const md = createMarkdown({ html: false, linkify: false, breaks: true, typographer: false, maxNesting: DEEPEST });
  linkRule(md);
  mathRules(md, (tex, { display, env }) => (env as unknown as Rendering).formulas.place(tex, display));
  // A comment has no place in the page's outline.
  md.renderer.rules['heading_open'] = () => '<p><strong>';
  md.renderer.rules['heading_close'] = () => '</strong></p>\n';
  return md;
}

/** Renders cleaned Markdown. Never throws on any text; linear in its length. */
export function renderComment(body: string, known: Known): RenderedComment {
  const env: Rendering = { ...known, links: 0, formulas: new Formulas() };
  const html = sanitizeHtml(markdown.render(body, env as unknown as Env), COMMENT_POLICY);
  return { html: env.formulas.fill(html).trim(), links: env.links };
}
