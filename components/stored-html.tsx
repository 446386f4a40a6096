type Props = { html: string; as?: 'div' | 'span'; className?: string; folds?: boolean };

/** Text of papers as ingest rendered and sanitised it. The one place where HTML that we did not write enters a page. */
export function StoredHtml({ html, as: Tag = 'span', className = '', folds = false }: Props) {
  return (
    <Tag className={`stored ${className}`} data-folds={folds || undefined} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
