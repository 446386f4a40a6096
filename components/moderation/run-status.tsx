type Props = { status: 'running' | 'succeeded' | 'failed' | 'interrupted' };

const WORDS = { running: 'Running', succeeded: 'Succeeded', failed: 'Failed', interrupted: 'Interrupted' } as const;

export const RunStatus = ({ status }: Props) => (
  <span data-missing={status === 'failed' || status === 'interrupted' || undefined}>{WORDS[status]}</span>
);
