import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from '@/lib/data/context';
import { addEvidenceFile, addEvidenceLink, withdrawEvidence } from '@/lib/data/evidence';
import { restrictEvidence } from '@/lib/data/restrictions';
import { opened } from '../builders/register';
import type { Stage, TimedEvent } from './event';
import type { DemoEvidence } from './story';

const FILES = path.join(import.meta.dirname, 'files');

/** Adding a piece of evidence, and its restriction or withdrawal later on. */
export function evidenceEvents(stage: Stage, evidence: DemoEvidence): TimedEvent[] {
  const { calendar, cast } = stage;
  const { withdrawn, restricted } = evidence;
  let id = '';
  const events: TimedEvent[] = [
    {
      day: evidence.day,
      by: evidence.by,
      run: async (context) => {
        id = await add(stage, context, evidence);
      },
    },
  ];
  if (restricted) {
    const { day, reason, review, from } = restricted;
    events.push({
      day,
      by: evidence.by,
      run: (context) =>
        restrictEvidence(context, id, {
          category: 'commercial',
          reason,
          review: calendar.date(review),
          hiddenFrom: [cast.organisations[from]],
          ...opened(),
        }),
    });
  }
  if (withdrawn) {
    const { day, reason } = withdrawn;
    events.push({
      day,
      by: evidence.by,
      run: (context) => withdrawEvidence(context, id, { reason, ...opened() }),
    });
  }
  return events;
}

async function add({ calendar }: Stage, context: Context, evidence: DemoEvidence) {
  const { item, title, shows, url, file, review } = evidence;
  const described = {
    ...opened(),
    title,
    shows,
    datedOn: calendar.date(evidence.dated),
    reviewOn: review === undefined ? undefined : calendar.date(review),
  };
  if (url) return addEvidenceLink(context, item, { ...described, url });
  const bytes = await readFile(path.join(FILES, file ?? ''));
  const blob = new File([new Uint8Array(bytes)], file ?? '');
  return addEvidenceFile(context, item, { ...described, file: blob });
}
