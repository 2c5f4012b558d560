'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { SAFE_WORDS } from '@/components/forms/safe-words';
import { Select } from '@/components/forms/select';
import { TextArea } from '@/components/forms/text-area';
import type { Answers } from '@/components/forms/values';
import { Details } from '@/components/ui/details';
import { isPlainDate } from '@/lib/domain/dates';
import type { ImportQuestion } from '@/lib/domain/import-model';

/** A question with the name of its field, and what was answered so far. */
export interface ShownQuestion extends ImportQuestion {
  name: string;
  answer: string | null;
}

/** What open text is sent as, beside the options of the same question. */
const openName = (name: string) => name.replace('answers.', 'own.');

/** More options than this are a list to open. */
const IN_SIGHT = 5;

/** '3 rows: 5, 9, 12' */
function rowsInWords(rows: readonly number[]): string {
  const named = rows
    .slice(0, 6)
    .map((row) => row + 1)
    .join(', ');
  const more = rows.length > 6 ? ' …' : '';
  return rows.length === 1 ? `Row ${named}` : `${rows.length} rows: ${named}${more}`;
}

/** What the file leaves open, once for all rows that say it; below it, what was understood. */
export function QuestionsForm({
  open,
  understood,
  ...form
}: FormProps & { open: readonly ShownQuestion[]; understood: readonly ShownQuestion[] }) {
  const initial = Object.fromEntries(
    [...open, ...understood].flatMap(({ name, answer, options }) => {
      const value = answer ?? '';
      const listed = options.some((option) => option.value === value);
      return [
        [name, listed ? value : ''],
        [openName(name), listed ? '' : value],
      ];
    }),
  );
  return (
    <Form {...form} initial={initial} submit="Save and go on" pendingLabel="Reading the rows…">
      {(answers) => (
        <>
          {open.map((question) => (
            <Question key={question.name} question={question} answers={answers} />
          ))}
          {understood.length > 0 && (
            <Details
              summary={`Understood without asking: ${understood.length}. Change it where it is wrong`}
              open={open.length === 0}
            >
              {understood.map((question) => (
                <Question key={question.name} question={question} answers={answers} />
              ))}
            </Details>
          )}
        </>
      )}
    </Form>
  );
}

function Question({ question, answers }: { question: ShownQuestion; answers: Answers }) {
  const { name, asks, said, rows, options, open, about, understood } = question;
  const unsaid = understood === null ? 'Not answered yet' : `As understood: ${understood}`;
  const hint = (
    <>
      {/^#[0-9a-f]{6}$/i.test(said) && (
        <svg
          aria-hidden="true"
          className="mr-2 inline-block size-5 rounded-xs border border-edge align-middle"
        >
          <rect width="100%" height="100%" fill={said} />
        </svg>
      )}
      {rowsInWords(rows)}
    </>
  );
  // What is understood is looked over: a line each. So are lists too long to lay open.
  const folded = understood !== null || about === 'owner' || options.length > IN_SIGHT;
  const day = about === 'date' || options.some(({ value }) => isPlainDate(value));
  return (
    <div className="space-y-3">
      {options.length > 0 &&
        (folded ? (
          <Select
            label={asks}
            hint={hint}
            options={options.filter(({ label }) => label !== understood)}
            empty={unsaid}
            {...answers.one(name)}
          />
        ) : (
          <Radios label={asks} hint={hint} options={options} {...answers.one(name)} />
        ))}
      {open &&
        (day ? (
          <Field
            label={options.length > 0 ? 'Or another day' : asks}
            hint={options.length > 0 ? 'Like 31 3 2027' : hint}
            width="half"
            {...answers.one(openName(name))}
          />
        ) : (
          <TextArea
            label={options.length > 0 ? 'Or in your words' : asks}
            hint={
              <>
                {options.length > 0 ? null : <>{hint} </>}
                {SAFE_WORDS}
              </>
            }
            rows={2}
            {...answers.one(openName(name))}
          />
        ))}
    </div>
  );
}
