interface Change {
  label: string;
  from: string | null;
  to: string | null;
  /** How it came to be, in small. */
  note?: string | null;
}

/** From what to what, a line a field. */
export function ChangesList({ changes }: { changes: readonly Change[] }) {
  return (
    <dl className="space-y-2">
      {changes.map((change) => (
        <div key={change.label} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <dt className="text-sm font-semibold text-muted">{change.label}</dt>
          <dd className="wrap-anywhere">
            {change.from !== null && (
              <>
                <span className="sr-only">From </span>
                <del className="text-muted decoration-1">{change.from}</del>
                <span aria-hidden="true" className="px-2 text-muted">
                  →
                </span>
                <span className="sr-only"> to </span>
              </>
            )}
            {change.to === null ? (
              <span className="text-muted">none</span>
            ) : (
              <ins className="font-semibold no-underline">{change.to}</ins>
            )}
            {change.note && <span className="block text-sm text-muted">{change.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
