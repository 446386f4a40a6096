type Props = { warnings: { code: string; message: string }[] };

/** What somebody should look into, loud; or that there is nothing. */
export function Warnings({ warnings }: Props) {
  if (warnings.length === 0) {
    return (
      <p className="border-l-3 border-rule bg-wash px-4 py-3">Every announced paper is here. Nothing to look into.</p>
    );
  }
  return (
    <section aria-label="Warnings" className="alarm">
      <h2>{warnings.length === 1 ? 'One thing to look into' : `${warnings.length} things to look into`}</h2>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.message}`}>{warning.message}</li>
        ))}
      </ul>
    </section>
  );
}
