import { answerImport } from '@/lib/next/library/import-form';

/** Takes a library file in, or a pasted one. */
export const POST = answerImport;
