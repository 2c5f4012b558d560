import { meetingPath } from '@/lib/domain/meeting-name';
import type { PaperDraftView } from '@/lib/domain/paper-draft-view';
import { TextLink } from '../ui/text-link';

const FILES: ReadonlyArray<[file: string, label: string]> = [
  ['paper.docx', 'Word'],
  ['paper.pdf', 'PDF'],
  ['paper.xlsx', 'Excel'],
  ['summary.pdf', 'Summary on one page (PDF)'],
  ['paper.html', 'For a phone (HTML)'],
  ['paper.zip', 'All of them (zip)'],
];

/** Where the files of a draft are fetched from. */
export function PaperDownloads({ draft }: { draft: PaperDraftView }) {
  return (
    <nav aria-label="Files of this draft">
      <p className="font-bold">This draft as a file</p>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {FILES.map(([file, label]) => (
          <li key={file}>
            <TextLink href={`${meetingPath(draft.slug)}/${file}`} download>
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
