'use client';

import { DateInput } from '@/components/forms/date-input';
import { Form, type FormProps } from '@/components/forms/form';
import { dateBoxes } from '@/components/forms/values';
import type { PlainDate } from '@/lib/domain/dates';

/** A day that is proposed, and what to know of it. */
export interface ProposedDay {
  date: PlainDate;
  /** 'Thursday 3 December 2026' */
  day: string;
  /** 'Good Friday': nobody works then. */
  dayOff: string | null;
}

/** The dates of a year of meetings, each to be changed or left out. */
export function YearForm({
  days,
  startsAt,
  venue,
  ...form
}: FormProps & { days: readonly ProposedDay[]; startsAt: string; venue: string }) {
  const name = (index: number) => `dates.m${index + 1}`;
  return (
    <Form
      {...form}
      initial={Object.assign({}, ...days.map(({ date }, index) => dateBoxes(name(index), date)))}
      submit="Add these meetings"
    >
      {(answers) => (
        <>
          <input type="hidden" name="startsAt" value={startsAt} />
          <input type="hidden" name="venue" value={venue} />
          {days.map(({ date, day, dayOff }, index) => (
            <DateInput
              key={date}
              label={`Meeting ${index + 1}`}
              hint={
                <>
                  Proposed: {day}.{' '}
                  {dayOff && <strong>Not a working day: {dayOff}. Choose another.</strong>}
                </>
              }
              {...answers.date(name(index))}
            />
          ))}
        </>
      )}
    </Form>
  );
}
