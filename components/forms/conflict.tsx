import { Instant } from '@/components/ui/date';
import { Prose } from '@/components/ui/prose';
import type { ConflictingChange } from '@/lib/domain/errors';

/**
 * Somebody else saved first. Their version stands here; the form's own is in its fields below,
 * which now build on theirs.
 */
export function Conflict({
  changes,
  cancel,
}: {
  changes: readonly ConflictingChange[];
  cancel?: string;
}) {
  return (
    <section
      aria-labelledby="conflict"
      tabIndex={-1}
      className="border-4 border-amber bg-amber-soft p-4 sm:p-6"
    >
      <h2 id="conflict" className="text-2xl">
        Somebody else saved a change while you were working
      </h2>
      <p className="mt-2">
        <strong>Nothing of yours was saved yet.</strong> Read what they saved, change what you typed
        if you need to, and save again. Both versions stay in the history.
      </p>
      <h3 className="mt-5 text-lg">What was saved since you opened the form</h3>
      <ol className="mt-2 space-y-3">
        {changes.map((change) => (
          <li
            key={`${change.at} ${change.what}`}
            className="border border-line-strong bg-surface p-4"
          >
            <p className="font-semibold">
              {change.who}: {change.what.toLowerCase()}
            </p>
            <p className="text-sm text-muted">
              <Instant at={change.at} />
            </p>
            <dl className="mt-2 space-y-2">
              {change.details.map(({ label, value }) => (
                <div key={label} className="gap-x-4 sm:grid sm:grid-cols-[12rem_1fr]">
                  <dt className="font-semibold">{label}</dt>
                  <dd className="min-w-0">
                    <Prose text={value} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      {cancel ? (
        <p className="mt-4">
          <a href={cancel}>Go back without saving what you typed</a>
        </p>
      ) : null}
      <h3 className="mt-5 text-lg">What you typed</h3>
      <p>It is kept in the fields below.</p>
    </section>
  );
}
