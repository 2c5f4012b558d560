import type { ReactNode } from 'react';
import { classNames } from './class-names';

const LOOKS = {
  success: { classes: 'border-green bg-green-soft', title: 'Done' },
  information: { classes: 'border-accent bg-accent-soft', title: 'Please note' },
  warning: { classes: 'border-amber bg-amber-soft', title: 'Important' },
};

/** A banner above the page's content. A success is read out when the page comes back. */
export function Notification({
  kind = 'information',
  title,
  children,
}: {
  kind?: keyof typeof LOOKS;
  title?: string;
  children: ReactNode;
}) {
  const look = LOOKS[kind];
  return (
    <section
      role={kind === 'success' ? 'status' : undefined}
      aria-label={title ?? look.title}
      className={classNames('mb-6 border-l-8 px-4 py-3', look.classes)}
    >
      <p className="font-bold">{title ?? look.title}</p>
      <div>{children}</div>
    </section>
  );
}
