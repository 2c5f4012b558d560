import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { MeetingFormPage } from '@/components/meeting/meeting-form-page';
import { MinutesForm } from '@/components/minutes/minutes-form';
import { TextLink } from '@/components/ui/text-link';
import { getMinutes } from '@/lib/data/minutes-view';
import { meetingPath } from '@/lib/domain/meeting-name';
import type { MinutesView } from '@/lib/domain/minutes-view';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';
import { saveMinutesAction } from './actions';

const TITLE = 'Edit the minutes';
export const metadata: Metadata = { title: TITLE };

/** Room for sections that nobody has written yet. */
const MORE = 2;

function whyNot({ cancelled, begun, saved }: MinutesView): string | null {
  if (cancelled) return 'This meeting is cancelled.';
  if (!begun) return 'Minutes are written from the day of the meeting on.';
  return saved?.agreedAt ? 'These minutes were agreed: their words stay as they are.' : null;
}

export default async function EditMinutesPage({ params, searchParams }: MeetingPageProps) {
  const context = await signedIn();
  const meeting = await meetingAt((await params).slug);
  const view = await getMinutes(context, meeting.slug);
  const anew = (await searchParams).from === 'record' || view.saved === null;
  const sections = (anew ? view.draft : view.saved)?.sections ?? [];
  const base = `${meetingPath(meeting.slug)}/minutes`;
  return (
    <MeetingFormPage title={TITLE} meeting={meeting} refused={whyNot(view)}>
      <MinutesForm
        key={anew ? 'record' : 'saved'}
        intro={
          anew ? (
            <p>
              This is what is recorded of the meeting now.{' '}
              {view.saved &&
                'What was saved before is replaced when you save, and stays on record.'}
            </p>
          ) : (
            <p>
              <TextLink href={`${base}/edit?from=record`}>Draft them anew from the record</TextLink>{' '}
              where attendance or actions were recorded since.
            </p>
          )
        }
        action={saveMinutesAction.bind(null, meeting.slug)}
        submissionId={randomUUID()}
        basedOn={view.number}
        cancel={base}
        rows={sections.length + MORE}
        initial={Object.fromEntries(
          sections.flatMap(({ heading, words }, row) => [
            [`sections[${row}].heading`, heading],
            [`sections[${row}].words`, words],
          ]),
        )}
      />
    </MeetingFormPage>
  );
}
