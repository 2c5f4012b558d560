import { randomUUID } from 'node:crypto';
import type { FormAction } from '@/lib/domain/form-state';
import type { DraftParagraphView } from '@/lib/domain/paper-draft-view';
import { SendForm } from '../forms/send-form';
import { Button } from '../ui/button';
import { VisuallyHidden } from '../ui/visually-hidden';

interface ParagraphStepsProps {
  paragraph: DraftParagraphView;
  /** What its buttons are about, for those who hear them alone. */
  name: string;
  basedOn: number;
  action: FormAction;
}

/** The buttons that change a paragraph at once: what they do is undone as easily. */
export function ParagraphSteps({ paragraph, name, basedOn, action }: ParagraphStepsProps) {
  const { mayGoUp, mayGoDown, leftOut, edited, generated } = paragraph;
  const steps = [
    mayGoUp && (['up', 'Move up'] as const),
    mayGoDown && (['down', 'Move down'] as const),
    leftOut ? (['put-back', 'Put back'] as const) : (['leave-out', 'Leave out'] as const),
    edited && (['restore', generated === null ? 'Remove' : 'Back to generated'] as const),
  ].filter((step) => step !== false);
  return (
    <SendForm action={action} className="contents">
      <input type="hidden" name="submissionId" value={randomUUID()} />
      <input type="hidden" name="basedOn" value={basedOn} />
      {steps.map(([step, label]) => (
        <Button key={step} variant="quiet" name="step" value={step}>
          <span>
            {label}
            <VisuallyHidden> {name}</VisuallyHidden>
          </span>
        </Button>
      ))}
    </SendForm>
  );
}
