import { DateInput } from '@/components/forms/date-input';
import { ErrorSummary } from '@/components/forms/error-summary';
import { Field } from '@/components/forms/field';
import { FormLayout } from '@/components/forms/form-layout';
import { Radios } from '@/components/forms/radios';
import { answers } from '@/components/forms/values';
import { Button } from '@/components/ui/button';
import { ButtonRow } from '@/components/ui/button-row';
import type { FormState } from '@/lib/domain/form-state';
import { RHYTHM_NAMES, RHYTHMS } from '@/lib/domain/meeting-plan';
import { START_PATH } from '@/lib/domain/start';

/** What a year of meetings is proposed from. A plain GET form: nothing is saved by it. */
export function ProposeYearForm({
  values,
  errors,
  again,
}: {
  values: Record<string, string>;
  errors: FormState['errors'];
  /** Dates are proposed below: to add them is what the page is for now. */
  again: boolean;
}) {
  const typed = answers({ every: 'quarterly', ...values }, undefined, errors);
  return (
    <form method="get" action={`${START_PATH}/meetings`} noValidate>
      <FormLayout>
        <ErrorSummary errors={errors} dates={['first']} />
        <DateInput
          label="Date of the first meeting"
          hint="The others fall on the same weekday of their month, such as the first Thursday"
          {...typed.date('first')}
        />
        <Radios
          label="How often the board meets"
          options={RHYTHMS.map((value) => ({ value, label: RHYTHM_NAMES[value] }))}
          {...typed.one('every')}
        />
        <Field
          label="Starts at"
          hint="For example, 14:00 or 2.30pm"
          width="short"
          {...typed.one('startsAt')}
        />
        <Field label="Venue" limit={200} {...typed.one('venue')} />
        <ButtonRow>
          <Button variant={again ? 'secondary' : 'primary'}>Propose the dates</Button>
        </ButtonRow>
      </FormLayout>
    </form>
  );
}
