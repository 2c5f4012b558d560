import type { Context } from '@/lib/data/context';
import { type IssueParts, issuePaper, withdrawPaper } from '@/lib/data/papers';
import type { IssueKey, IssuePaper, PaperAudience } from '@/lib/domain/paper-issue';
import { opened } from '@/seed/builders/register';
import { variedPaper } from './varied-paper';

/** Earlier than what tests record. */
export const BEFORE = new Date('2026-10-01T10:00:00Z');

interface Small {
  /** The number of the draft, which stands cleared. */
  draft?: number;
  /** In every field and file of the members' version. */
  words?: string;
  /** And of the public one. */
  publicWords?: string;
  bytes?: (audience: PaperAudience) => Uint8Array;
}

/** A paper of two small files for each audience, from a draft that was cleared. */
export function smallPaper({
  draft = 0,
  words = '',
  publicWords = '',
  bytes,
}: Small = {}): IssueParts {
  return {
    draft: async () => ({ number: draft, cleared: { by: 'Ada', role: 'Director' } }),
    make: async (_, { kind, version, cutOff, meeting }) =>
      (['members', 'public'] as const).map((audience) => {
        const says = audience === 'members' ? words : publicWords;
        const model = variedPaper(
          {
            audience,
            kind,
            version,
            state: 'issued',
            cutOff: cutOff.toISOString(),
            meeting: { slug: meeting, date: '2026-12-03' },
            notices: [`For ${audience}`, says],
          },
          { recommendations: 1, localActions: 1 },
        );
        const text = new TextEncoder().encode(`${audience} ${kind} ${version}: ${says}`);
        return {
          audience,
          model,
          files: [
            { name: 'paper.pdf', mediaType: 'application/pdf', bytes: bytes?.(audience) ?? text },
            { name: 'local-actions.csv', mediaType: 'text/csv', bytes: text },
          ],
        };
      }),
  };
}

/** Issues the paper of a meeting, or another version of it. */
export function makeIssue(
  context: Context,
  meeting: string,
  form: Partial<IssuePaper> = {},
  parts = smallPaper(),
): Promise<IssueKey> {
  return issuePaper(
    context,
    meeting,
    {
      ...opened(),
      basedOn: 0,
      kind: 'paper',
      reason: undefined,
      figures: 'refreshed',
      openChallengesAccepted: 1000,
      ...form,
    },
    parts,
  );
}

export function withdrawIssue(
  context: Context,
  meeting: string,
  address = '1',
  reason = 'It named somebody.',
): Promise<void> {
  return withdrawPaper(context, meeting, address, { ...opened(), reason, understood: 'yes' });
}
