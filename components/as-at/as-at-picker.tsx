import { asAtMeeting } from '@/lib/domain/as-at';
import type { AsAtChoices } from '@/lib/domain/as-at-view';
import { formatDate } from '@/lib/domain/dates';
import { Button } from '../ui/button';
import { Chevron } from '../ui/icons';

interface AsAtPickerProps {
  /** The page as it is now, its filters included: 'recommendations?rag=red'. */
  address: string;
  choices: AsAtChoices;
  /** What opens it: "See an earlier day". */
  label: string;
  open?: boolean;
}

/** Two plain GET forms: a meeting, or a day. */
export function AsAtPicker({ address, choices, label, open }: AsAtPickerProps) {
  const { start, today, meetings } = choices;
  if (start === null) return null;
  const [path = '/', query] = address.split('?');
  const kept = [...new URLSearchParams(query)]
    .filter(([name]) => name !== 'as-at' && name !== 'page')
    .map(([name, value]) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    ));
  const box = 'min-h-11 rounded-sm border-2 border-edge bg-surface px-3 text-ink';
  return (
    <details className="group/as-at print:hidden" open={open}>
      <summary className="inline-flex min-h-11 list-none items-center gap-2 font-semibold text-link underline decoration-[0.07em] underline-offset-[0.18em] hover:text-accent-strong [&::-webkit-details-marker]:hidden">
        <Chevron className="group-open/as-at:rotate-90" />
        {label}
      </summary>
      <div className="mt-2 flex flex-wrap gap-x-12 gap-y-5 rounded-lg border border-line bg-surface p-4">
        {meetings.length > 0 && (
          <form method="get" action={path} className="space-y-1">
            {kept}
            <label htmlFor="as-at-meeting" className="block font-semibold">
              As at a meeting
            </label>
            <div className="flex flex-wrap gap-3">
              <select id="as-at-meeting" name="as-at" className={box}>
                {meetings.map(({ slug, date }) => (
                  <option key={slug} value={asAtMeeting(slug)}>
                    {formatDate(date)}
                  </option>
                ))}
              </select>
              <Button variant="secondary">Show the meeting</Button>
            </div>
          </form>
        )}
        <form method="get" action={path} className="space-y-1">
          {kept}
          <label htmlFor="as-at-day" className="block font-semibold">
            As at the end of a day
          </label>
          <div className="flex flex-wrap gap-3">
            <input
              id="as-at-day"
              name="as-at"
              type="date"
              required
              min={start}
              max={today}
              className={box}
            />
            <Button variant="secondary">Show the day</Button>
          </div>
        </form>
      </div>
    </details>
  );
}
