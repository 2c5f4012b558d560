/** What is wrong, above the form, each message a link to its field. */
export function ErrorSummary({ errors }: { errors: Readonly<Record<string, readonly string[]>> }) {
  const lines = Object.entries(errors).flatMap(([field, messages]) =>
    messages.map((message) => ({ field, message })),
  );
  if (lines.length === 0) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      id="error-summary"
      className="mb-6 border-4 border-red bg-surface p-4"
    >
      <h2 className="text-lg">There is a problem</h2>
      <ul className="mt-2 space-y-1">
        {lines.map(({ field, message }) => (
          <li key={`${field}${message}`}>
            {field ? (
              <a href={`#${field}`} className="font-semibold text-red">
                {message}
              </a>
            ) : (
              <span className="font-semibold text-red">{message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
