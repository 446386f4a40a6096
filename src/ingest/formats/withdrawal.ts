import { isWithdrawn } from '@/src/papers';

/** Whether what a record says of its latest version is a notice of withdrawal. */
export const withdrawnBy = (record: { title: string; abstract: string; comment: string | undefined }): boolean =>
  isWithdrawn(
    record.comment === undefined
      ? { abstract: record.abstract }
      : { abstract: record.abstract, comment: record.comment },
  );
