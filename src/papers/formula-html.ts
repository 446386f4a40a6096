import { mathToHtml } from './tex/math-html';
import { sanitise } from './tex/sanitise';

/** A formula of any origin as safe HTML; its source as code where it cannot be read. */
export const formulaHtml = (tex: string, display: boolean): string => sanitise(mathToHtml(tex, display));
