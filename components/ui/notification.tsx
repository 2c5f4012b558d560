import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Info, Tick, Warning } from './icons';

const TONES = {
  success: { Icon: Tick, look: 'border-green bg-green-wash', icon: 'text-green' },
  info: { Icon: Info, look: 'border-accent bg-accent-wash', icon: 'text-accent' },
  warning: { Icon: Warning, look: 'border-amber bg-amber-wash', icon: 'text-amber' },
};

interface NotificationProps {
  tone?: keyof typeof TONES;
  title: string;
  children?: ReactNode;
}

/** What has just happened, or what holds for the whole page. A warning interrupts a listener. */
export function Notification({ tone = 'info', title, children }: NotificationProps) {
  const { Icon, look, icon } = TONES[tone];
  return (
    <div
      role={tone === 'warning' ? 'alert' : 'status'}
      className={classNames('flex gap-3 rounded-md border border-l-6 px-4 py-3', look)}
    >
      <Icon className={classNames('mt-1 size-5', icon)} />
      <div className="min-w-0 space-y-1">
        <p className="font-semibold">{title}</p>
        {children && <div className="measure space-y-2">{children}</div>}
      </div>
    </div>
  );
}
