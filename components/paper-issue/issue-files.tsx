import { formatSize } from '@/lib/domain/file-size';
import { FACE_NAMES, issuedFilePath } from '@/lib/domain/paper-issue';
import type { IssuedFileView, IssueView } from '@/lib/domain/paper-issue-view';
import { Details } from '../ui/details';
import { TextLink } from '../ui/text-link';

const AUDIENCES = { members: 'Members’ version', public: 'Public version' } as const;

/** The files of an issued paper, by the version they are of. */
export function IssueFiles({ issue }: { issue: IssueView }) {
  return (
    <div className="space-y-2">
      {byAudience(issue).map(({ audience, files }) => (
        <div key={audience}>
          <p className="text-sm text-muted">{AUDIENCES[audience]}</p>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {files.map((file) => (
              <li key={file.name}>
                <FileLink issue={issue} file={file} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** What each file's bytes come to, for those who compare a copy by other means. */
export function IssueHashes({ issue }: { issue: IssueView }) {
  return (
    <Details summary="SHA-256 of each file">
      {byAudience(issue).map(({ audience, files }) => (
        <div key={audience}>
          <p className="font-semibold">{AUDIENCES[audience]}</p>
          <ul className="mt-1 space-y-2">
            {files.map(({ name, sha256 }) => (
              <li key={name}>
                {name}
                <span className="block font-mono text-xs break-all text-muted">{sha256}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Details>
  );
}

function byAudience({ files }: Pick<IssueView, 'files'>) {
  return [...new Set(files.map(({ audience }) => audience))].map((audience) => ({
    audience,
    files: files.filter((file) => file.audience === audience),
  }));
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
