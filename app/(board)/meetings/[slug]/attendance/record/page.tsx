import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { AttendanceForm } from '@/components/attendance/attendance-form';
import { personOptions } from '@/components/forms/options';
import type { FormValues } from '@/components/forms/values';
import { MeetingFormPage } from '@/components/meeting/meeting-form-page';
import { getAttendance } from '@/lib/data/attendance-view';
import { getChoices } from '@/lib/data/choices';
import type { AttendanceView, DeclarationView } from '@/lib/domain/attendance-view';
import { meetingPath } from '@/lib/domain/meeting-name';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';
import { recordAttendanceAction } from './actions';

const TITLE = 'Record attendance';
export const metadata: Metadata = { title: TITLE };

/** Room for what may be declared yet, besides what was. */
const MORE = 2;

function openWith({ entries, othersPresent }: AttendanceView, shown: readonly DeclarationView[]) {
  return Object.fromEntries<FormValues[string]>([
    ['othersPresent', othersPresent],
    ...entries.flatMap(
      ({ personId, answer, deputy }, row): Array<[string, string | null]> => [
        [`entries[${row}].personId`, personId],
        [`entries[${row}].answer`, answer ?? ''],
        [`entries[${row}].deputy`, deputy],
      ],
    ),
    ...shown.flatMap(
      (one, row): Array<[string, string | null]> => [
        [`declarations[${row}].id`, one.id],
        [`declarations[${row}].personId`, one.personId],
        [`declarations[${row}].words`, one.words],
        [`declarations[${row}].references`, one.references.join(', ')],
      ],
    ),
  ]);
}

export default async function RecordAttendancePage({ params }: MeetingPageProps) {
  const context = await signedIn();
  const meeting = await meetingAt((await params).slug);
  const [view, { people }] = await Promise.all([
    getAttendance(context, meeting.slug),
    getChoices(context),
  ]);
  // One that the writer may not see stays as it is; nothing of it is in the form.
  const shown = view.declarations.filter(({ words }) => words !== null);
  return (
    <MeetingFormPage
      title={TITLE}
      meeting={meeting}
      refused={view.cancelled ? 'This meeting is cancelled.' : null}
    >
      <AttendanceForm
        intro={
          view.begun ? undefined : (
            <p>Before the day of the meeting, apologies and declarations can be recorded.</p>
          )
        }
        action={recordAttendanceAction.bind(null, meeting.slug)}
        submissionId={randomUUID()}
        basedOn={view.number}
        cancel={`${meetingPath(meeting.slug)}/attendance`}
        entries={view.entries}
        begun={view.begun}
        people={personOptions(people)}
        declarations={shown.length + MORE}
        initial={openWith(view, shown)}
      />
    </MeetingFormPage>
  );
}
