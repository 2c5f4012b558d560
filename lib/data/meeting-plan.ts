import { RuleError } from '@/lib/domain/errors';
import type { PlanMeetings } from '@/lib/domain/meeting-plan';
import { change } from './change';
import { type Context, demand } from './context';
import { lock } from './lock';
import { insertMeeting } from './meetings';

/**
 * Adds a year of meetings: all of them, or where one cannot be, none.
 * @throws NotAllowedError, RuleError at the date that cannot be
 */
export function planMeetings(context: Context, form: PlanMeetings): Promise<void> {
  return change(
    context,
    { action: 'planMeetings', form },
    async (by) => {
      demand(context, 'manageMeetings');
      await lock(by.tx, 'meetings');
      const { startsAt, venue } = form;
      for (const { key, date } of form.dates) {
        try {
          await insertMeeting(by, { date, startsAt, venue });
        } catch (error) {
          throw error instanceof RuleError
            ? new RuleError({ [`dates.${key}`]: Object.values(error.fields).join('. ') })
            : error;
        }
      }
    },
    () => undefined,
  );
}
