import { formatSize } from '@/lib/domain/file-size';
import { FACE_NAMES, issuedFilePath } from '@/lib/domain/paper-issue';
import type { IssuedFileView, IssueView } from '@/lib/domain/paper-issue-view';
import { TextLink } from '../ui/text-link';

const AUDIENCES = { members: 'Members’ version', public: 'Public version' } as const;

/** The files of an issued paper, by the version they are of. */
export function IssueFiles({ issue, hashes = false }: { issue: IssueView; hashes?: boolean }) {
  const audiences = [...new Set(issue.files.map(({ audience }) => audience))];
  return (
    <div className="space-y-2">
      {audiences.map((audience) => (
        <div key={audience}>
          <p className={hashes ? 'font-bold' : 'text-sm text-muted'}>{AUDIENCES[audience]}</p>
          <ul className={hashes ? 'mt-1 space-y-2' : 'flex flex-wrap gap-x-4 gap-y-1'}>
            {issue.files
              .filter((file) => file.audience === audience)
              .map((file) => (
                <li key={file.name}>
                  <FileLink issue={issue} file={file} />
                  {hashes && (
                    <span className="block font-mono text-xs break-all text-muted">
                      SHA-256 {file.sha256}
                    </span>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function FileLink({ issue, file }: { issue: IssueView; file: IssuedFileView }) {
  const { audience, name, size } = file;
  const said = FACE_NAMES[name] ?? name;
  return (
    <>
      <TextLink
        href={issuedFilePath(issue.meeting.slug, issue, audience, name)}
        context={`of the ${AUDIENCES[audience].toLowerCase()}`}
        download
      >
        {said}
      </TextLink>{' '}
      <span className="text-sm text-muted">{formatSize(size)}</span>
    </>
  );
}
