import type { MeetingPageView } from '@/lib/domain/meeting-view';
import { Day } from '../ui/date';
import { SummaryList } from '../ui/summary-list';

/** A deadline, and what made it that day. */
function Deadline({ date, rule }: { date: string; rule: string }) {
  return (
    <>
      <Day date={date} />
      <span className="block text-sm text-muted">{rule}</span>
    </>
  );
}

/** When and where the board meets, and its two deadlines. */
export function MeetingFacts({ meeting }: { meeting: MeetingPageView }) {
  const { date, startsAt, venue, dayOff, rule } = meeting;
  const byHand = 'Set for this meeting';
  return (
    <SummaryList
      rows={[
        {
          label: 'Date',
          value: (
            <>
              {weekdayOf(date)} <Day date={date} />
              {dayOff && (
                <span className="block text-sm text-muted">Not a working day: {dayOff}</span>
              )}
            </>
          ),
        },
        { label: 'Starts at', value: startsAt },
        { label: 'Venue', value: venue },
        {
          label: 'Updates due',
          value: (
            <Deadline
              date={meeting.updatesDue}
              rule={
                meeting.updatesDueByHand
                  ? byHand
                  : `${rule.updatesDueDays} working days before the meeting`
              }
            />
          ),
        },
        {
          label: 'Papers issued',
          value: (
            <Deadline
              date={meeting.papersIssued}
              rule={
                meeting.papersIssuedByHand
                  ? byHand
                  : `${rule.papersIssuedDays} clear working days before the meeting`
              }
            />
          ),
        },
      ]}
    />
  );
}

function weekdayOf(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  });
}
