import { mathToHtml } from './tex/math-html';

/** A formula of any origin as sanitised HTML; its source as code where it cannot be read. */
export const formulaHtml = (tex: string, display: boolean): string => mathToHtml(tex, display);
