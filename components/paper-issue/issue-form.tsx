'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { IssueKind } from '@/lib/domain/paper-issue';

interface IssueFormProps extends FormProps {
  kind: IssueKind;
  /** The version it would replace. */
  replaces: number | null;
  /** So many challenges are open. */
  open: number;
}

/** Issues a paper, a correction of it, or an addendum to it. */
export function IssueForm({ kind, replaces, open, ...form }: IssueFormProps) {
  const correction = kind === 'paper' && replaces !== null;
  const what = kind === 'addendum' ? 'addendum' : 'paper';
  return (
    <Form
      {...form}
      submit={correction ? 'Issue the correction' : `Issue the ${what}`}
      pendingLabel="Making the files…"
      initial={{ figures: 'as_before' }}
    >
      {(answers) => (
        <>
          <input type="hidden" name="kind" value={kind} />
          {correction && (
            <>
              <TextArea
                label={`Why it replaces version ${replaces}`}
                hint={safely(
                  'The paper prints it, in its public version too. Name nothing that is restricted.',
                )}
                rows={3}
                {...answers.one('reason')}
              />
              <Radios
                label="Which figures it has"
                options={[
                  {
                    value: 'as_before',
                    label: `Those of version ${replaces}`,
                    hint: 'For a slip in the words: the register is read as it was then.',
                  },
                  {
                    value: 'refreshed',
                    label: 'Those of now',
                    hint: 'For figures that were wrong and have been put right since.',
                  },
                ]}
                {...answers.one('figures')}
              />
            </>
          )}
          {open > 0 && (
            <Checkboxes
              label="Open challenges"
              options={[
                {
                  value: String(open),
                  label:
                    open === 1
                      ? 'Issue it with 1 open challenge'
                      : `Issue it with ${open} open challenges`,
                  hint: 'The paper says so above everything.',
                },
              ]}
              {...answers.many('openChallengesAccepted')}
            />
          )}
        </>
      )}
    </Form>
  );
}
