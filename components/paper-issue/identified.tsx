import { formatDate, londonDay } from '@/lib/domain/dates';
import { FACE_NAMES, issueName, issuePath } from '@/lib/domain/paper-issue';
import type { IdentifiedFile } from '@/lib/domain/paper-issue-view';
import { Notification } from '../ui/notification';
import { TextLink } from '../ui/text-link';

/** What a file is that somebody holds. */
export function Identified({ file }: { file: IdentifiedFile | null }) {
  if (!file) {
    return (
      <Notification tone="warning" title="That file is no paper that was issued here">
        <p>
          It may be a draft, or it was changed after it was downloaded: opening and saving it is
          enough. The issued files are in the list below.
        </p>
      </Notification>
    );
  }
  const { meeting, audience, name, issuedAt, withdrawn, replacedBy } = file;
  const which = audience === 'public' ? 'public version' : 'members’ version';
  return (
    <Notification tone="success" title="That file is a paper that was issued here, byte for byte">
      <p>
        {FACE_NAMES[name] ?? name}, {which} of{' '}
        <TextLink href={issuePath(meeting.slug, file)}>
          {`${issueName(file).toLowerCase()} for the meeting of ${formatDate(meeting.date)}`}
        </TextLink>
        , issued on {formatDate(londonDay(new Date(issuedAt)))}.
        {withdrawn && ' It has been withdrawn since.'}
        {replacedBy !== null && ` Version ${replacedBy} has replaced it since.`}
      </p>
    </Notification>
  );
}
