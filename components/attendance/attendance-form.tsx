'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { SAFE_WORDS, safely } from '@/components/forms/safe-words';
import type { SelectOption } from '@/components/forms/select';
import { TextArea } from '@/components/forms/text-area';
import type { Answers, FormValues } from '@/components/forms/values';
import { ANSWER_NAMES, ATTENDANCE_ANSWERS } from '@/lib/domain/attendance';
import type { AttendanceEntryView } from '@/lib/domain/attendance-view';
import { CAPACITY_NAMES } from '@/lib/domain/membership';
import { DeclarationFields } from './declaration-fields';

interface AttendanceFormProps extends FormProps {
  entries: readonly AttendanceEntryView[];
  /** Before the day of the meeting only apologies are known. */
  begun: boolean;
  people: readonly SelectOption[];
  /** How many declarations there is room for. */
  declarations: number;
  initial: FormValues;
}

const answers = (begun: boolean) => [
  ...(begun ? ATTENDANCE_ANSWERS : (['apologies'] as const)).map((value) => ({
    value,
    label: ANSWER_NAMES[value],
  })),
  { value: '', label: 'Not recorded' },
];

/** Who stands in which row: as it was sent, so that an answer stays with its person. */
function inRows(entries: readonly AttendanceEntryView[], given: Answers): AttendanceEntryView[] {
  const sent = entries.map((_, row) => given.one(`entries[${row}].personId`).defaultValue);
  const place = (id: string) => (sent.includes(id) ? sent.indexOf(id) : sent.length);
  return [...entries].sort((one, other) => place(one.personId) - place(other.personId));
}

function Row({ entry, row, begun, given }: RowProps) {
  const name = `entries[${row}]`;
  return (
    <div className="space-y-3 border-t border-line pt-4">
      <input type="hidden" name={`${name}.personId`} defaultValue={entry.personId} />
      <Radios
        label={entry.name}
        hint={`${entry.position}. ${CAPACITY_NAMES[entry.capacity]}`}
        options={answers(begun)}
        inline
        {...given.one(`${name}.answer`)}
      />
      <Field
        label={`Deputy for ${entry.name} (optional)`}
        width="half"
        {...given.one(`${name}.deputy`)}
      />
    </div>
  );
}
interface RowProps {
  entry: AttendanceEntryView;
  row: number;
  begun: boolean;
  given: Answers;
}

/** A meeting’s attendance in one pass: members, others, and what was declared. */
export function AttendanceForm({
  entries,
  begun,
  people,
  declarations,
  ...form
}: AttendanceFormProps) {
  return (
    <Form {...form} submit="Save attendance">
      {(given) => (
        <>
          <section aria-labelledby="members" className="space-y-5">
            <h2 id="members">Members of the board</h2>
            {inRows(entries, given).map((entry, row) => (
              <Row key={entry.personId} entry={entry} row={row} begun={begun} given={given} />
            ))}
          </section>
          {begun ? (
            <TextArea
              label="Others present (optional)"
              hint={safely('Names or job titles, one a line.')}
              rows={3}
              limit={2000}
              {...given.one('othersPresent')}
            />
          ) : null}
          <section aria-labelledby="declared" className="space-y-6">
            <div className="space-y-1">
              <h2 id="declared">Declarations of interest</h2>
              <p className="measure text-muted">
                Leave a part empty where there is nothing more to declare. {SAFE_WORDS}
              </p>
            </div>
            {Array.from({ length: declarations }, (_, row) => (
              <DeclarationFields
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form.
                key={row}
                row={row}
                people={people}
                given={given}
              />
            ))}
          </section>
        </>
      )}
    </Form>
  );
}
