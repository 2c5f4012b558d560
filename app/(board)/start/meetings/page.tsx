import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { ProposeYearForm } from '@/components/start/propose-year-form';
import { YearForm } from '@/components/start/year-form';
import { Section } from '@/components/ui/section';
import { formatWeekday } from '@/lib/domain/dates';
import { can } from '@/lib/domain/permissions';
import { START_PATH } from '@/lib/domain/start';
import { dayOff } from '@/lib/domain/working-days';
import type { ReadingProps } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';
import { askedYear } from '@/lib/server/year-page';
import { planMeetingsAction } from './actions';

const TITLE = 'Set a year of meetings';
export const metadata: Metadata = { title: TITLE };

export default async function YearPage({ searchParams }: ReadingProps) {
  const { actor } = await signedIn();
  const { values, errors, year } = askedYear(await searchParams);
  return (
    <FormPage
      title={TITLE}
      crumbs={[{ label: 'Getting started', href: START_PATH }]}
      back={{ label: 'Back to getting started', href: START_PATH }}
      refused={can(actor, 'manageMeetings') ? null : ROLE_REFUSES}
    >
      <div className="space-y-10">
        <ProposeYearForm values={values} errors={errors} again={year !== null} />
        {year && (
          <Section
            id="dates"
            title="Proposed dates"
            intro={`At ${year.startsAt}, ${year.venue}. Change a date that does not fit, or empty it to leave that meeting out. Nothing is saved until you add them.`}
          >
            <YearForm
              // Drawn anew for another proposal.
              key={JSON.stringify(year)}
              days={year.dates.map((date) => ({
                date,
                day: formatWeekday(date),
                dayOff: dayOff(date),
              }))}
              startsAt={year.startsAt}
              venue={year.venue}
              action={planMeetingsAction}
              submissionId={randomUUID()}
              cancel={START_PATH}
            />
          </Section>
        )}
      </div>
    </FormPage>
  );
}
