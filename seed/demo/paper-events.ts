import { buildFront, editDraft, issueAsItStands } from '../builders/papers';
import type { Stage, TimedEvent } from './event';
import type { Days } from './story';

/** The meeting whose paper was issued, and corrected before it met. */
const MEETING: Days = -62;
const CLEARED = { clearedBy: 'Director of public health', clearedRole: 'Chair of the board' };

/** A paper that was issued with its files, and the version that put a slip right. */
export function paperEvents({ calendar }: Stage): TimedEvent[] {
  const slug = calendar.thursday(MEETING);
  return [
    {
      day: MEETING - 16,
      by: 'programme',
      run: (context) =>
        buildFront(context, slug, {
          title: 'Progress on the independent review of drugs',
          itemNumber: '5',
          author: 'Public health programme officer',
          sponsor: 'Director of public health',
        }),
    },
    {
      day: MEETING - 15,
      by: 'programme',
      run: (context) =>
        editDraft(
          context,
          slug,
          'purpose',
          'To say where the review’s recommendations and our local actions stand before winter, and to ask the board for the decisions in section 4.',
        ),
    },
    {
      day: MEETING - 14,
      by: 'programme',
      run: (context) => issueAsItStands(context, slug, CLEARED),
    },
    {
      day: MEETING - 12,
      by: 'programme',
      run: async (context) => {
        await editDraft(
          context,
          slug,
          'purpose',
          'To say where the review’s recommendations and our local actions stand before winter, and to ask the board for the decisions in section 3.',
        );
        await issueAsItStands(context, slug, CLEARED, {
          reason: 'Paragraph 1.1 named a section 4, which this paper does not have.',
          figures: 'as_before',
        });
      },
    },
  ];
}
