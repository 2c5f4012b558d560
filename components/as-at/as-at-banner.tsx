import type { AsAtView } from '@/lib/domain/as-at-view';
import { formatDate } from '@/lib/domain/dates';
import { meetingPath } from '@/lib/domain/meeting-name';
import { Clock } from '../ui/icons';
import { TextLink } from '../ui/text-link';

interface AsAtBannerProps {
  asAt: AsAtView;
  /** The same page as it is now. */
  address: string;
}

/** What stands above a page that shows an earlier day, and the way back. */
export function AsAtBanner({ asAt, address }: AsAtBannerProps) {
  const { day, meeting } = asAt;
  return (
    <div className="flex gap-3 rounded-md border border-l-6 border-accent bg-accent-wash px-4 py-3">
      <Clock className="mt-1 size-5 flex-none text-accent" />
      <div className="min-w-0 space-y-1">
        <p>
          <strong>As at {formatDate(day)}</strong>, as the register had it at the end of that day
          {meeting && (
            <>
              , the day of the{' '}
              <TextLink href={meetingPath(meeting.slug)}>
                meeting of {formatDate(meeting.date)}
              </TextLink>
            </>
          )}
          . Nothing can be changed here.
        </p>
        <p className="print:hidden">
          <TextLink href={address} strong present>
            Back to today
          </TextLink>
        </p>
      </div>
    </div>
  );
}
