import type { ComponentProps, ReactNode } from 'react';
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

interface MessageProps extends NotificationProps, Omit<ComponentProps<'div'>, 'title'> {
  titleId?: string;
}

/** The look of something that is told; what it is to a listener says whoever draws it. */
export function Message(props: MessageProps) {
  const { tone = 'info', title, titleId, className, children, ...box } = props;
  const { Icon, look, icon } = TONES[tone];
  return (
    <div
      {...box}
      className={classNames('flex gap-3 rounded-md border border-l-6 px-4 py-3', look, className)}
    >
      <Icon className={classNames('mt-1 size-5', icon)} />
      <div className="min-w-0 space-y-1">
        <p id={titleId} className="font-semibold wrap-anywhere">
          {title}
        </p>
        {children && <div className="measure space-y-2">{children}</div>}
      </div>
    </div>
  );
}

/** What holds for the whole page. A warning interrupts a listener. */
export function Notification({ tone = 'info', ...told }: NotificationProps) {
  return <Message role={tone === 'warning' ? 'alert' : 'status'} tone={tone} {...told} />;
}
