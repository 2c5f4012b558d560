import type { Context } from '@/lib/data/context';
import { agreeRedaction, requestRedaction } from '@/lib/data/redactions';
import type { RedactionSubject } from '@/lib/domain/redaction';
import { opened } from './register';

/** As of somebody who has just signed in. */
const proved = (context: Context): Context => ({ ...context, provedAt: context.now });

/** Asks for a redaction. @returns its id */
export function askToRedact(
  context: Context,
  subject: RedactionSubject,
  columns: string[],
  reason: string,
): Promise<string> {
  return requestRedaction(proved(context), { subject, columns, reason, ...opened() });
}

export function agreeToRedact(context: Context, id: string): Promise<void> {
  return agreeRedaction(proved(context), id, { understood: 'yes', ...opened() });
}
