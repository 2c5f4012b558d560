import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { Answers } from '@/components/forms/values';

/** The reason of a change, which the history shows. */
export function WhyField({ answers, label }: { answers: Answers; label?: string }) {
  return (
    <TextArea
      label={label ?? 'Why it is changed'}
      hint={safely('Shown in the history.')}
      limit={500}
      rows={3}
      {...answers.one('reason')}
    />
  );
}
