'use client';

import { useEffect, useRef } from 'react';
import { Moment } from '@/components/ui/date';
import { Prose } from '@/components/ui/prose';
import { TextLink } from '@/components/ui/text-link';
import type { ConflictingChange } from '@/lib/domain/errors';

function Saved({ change }: { change: ConflictingChange }) {
  return (
    <li className="space-y-3 rounded-md border border-edge bg-surface p-4">
      <div>
        <p className="font-semibold">{change.what}</p>
        <p className="text-sm text-muted">
          {change.who}, <Moment at={change.at} />
        </p>
      </div>
      <dl className="space-y-2">
        {change.details.map(({ label, value }) => (
          <div key={label} className="gap-x-4 sm:grid sm:grid-cols-[11rem_1fr]">
            <dt className="font-semibold">{label}</dt>
            <dd className="min-w-0">
              <Prose text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/**
 * Something was saved first, by somebody else or from another copy of the form. That version stands here; the form's own is in its fields below,
 * and now builds on it.
 */
export function Conflict({
  changes,
  cancel,
}: {
  changes: readonly ConflictingChange[];
  cancel?: string;
}) {
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new conflict is the signal
  useEffect(() => panel.current?.focus(), [changes]);
  return (
    <section
      ref={panel}
      aria-labelledby="conflict-title"
      tabIndex={-1}
      className="space-y-5 rounded-md border-4 border-amber bg-amber-wash p-5 sm:p-6"
    >
      <h2 id="conflict-title">A change was saved after you opened this form</h2>
      <p className="measure">
        <strong>What you just sent is not saved yet.</strong> Read what was saved, change what you
        typed if you need to, and save again. Both versions stay in the history.
      </p>
      <h3>What was saved</h3>
      <ol className="space-y-3">
        {changes.map((change) => (
          <Saved key={`${change.at} ${change.what}`} change={change} />
        ))}
      </ol>
      {cancel ? (
        <p>
          <TextLink href={cancel}>Go back without saving what you typed</TextLink>
        </p>
      ) : null}
      <h3>What you typed</h3>
      <p>It is kept in the fields below.</p>
    </section>
  );
}
