import { addReading } from '@/lib/data/local-actions';
import { agreeToRedact, askToRedact } from '../builders/redactions';
import { opened } from '../builders/register';
import type { Stage, TimedEvent } from './event';

const ITEM = 'A16';
const SLIP = {
  day: -47,
  value: '6 of 20',
  note: 'The sixth is the young father from Mill Lane who left rehabilitation in spring.',
};

/** A note that says too much of somebody, and the two people who took it out again. */
export function redactionEvents({ calendar }: Stage): TimedEvent[] {
  let asked = '';
  return [
    {
      day: SLIP.day,
      by: 'commissioning',
      run: (context) =>
        addReading(context, ITEM, {
          ...opened(),
          readOn: calendar.workingDay(SLIP.day),
          value: SLIP.value,
          note: SLIP.note,
        }),
    },
    {
      day: SLIP.day + 1,
      by: 'programme',
      run: async (context) => {
        const { id } = await context.db.reading.findFirstOrThrow({
          where: { item: { reference: ITEM }, note: SLIP.note },
        });
        const subject = { table: 'Reading', key: { id } } as const;
        asked = await askToRedact(context, subject, ['note'], 'It described a service user.');
      },
    },
    { day: SLIP.day + 2, by: 'support', run: (context) => agreeToRedact(context, asked) },
  ];
}
