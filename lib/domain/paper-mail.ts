import { formatDate } from './dates';
import type { PaperModel } from './paper-model';
import { type ProseBlock, proseText } from './prose';

/** Mail programs cut addresses that are longer. */
const MOST = 1800;

function lines(blocks: readonly ProseBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === 'list'
        ? block.items.map((item) => `- ${proseText(item)}`).join('\n')
        : proseText([block]),
    )
    .join('\n');
}

/** A mail that announces an issued paper: its summary as plain text, and where it stands. */
export interface Announcement {
  subject: string;
  body: string;
}

/** @param address of the issued paper, in full */
export function announcement(
  { title, board, meeting, summary, notices }: PaperModel,
  address: string,
): Announcement {
  const parts = summary.parts.map(({ heading, blocks }) => `${heading}\n${lines(blocks)}`);
  return {
    subject: `${board.name}, ${formatDate(meeting.date)}: ${title}`,
    body: [
      `The paper for the meeting of ${formatDate(meeting.date)} has been issued: ${address}`,
      ...notices,
      ...parts,
    ].join('\n\n'),
  };
}

/** A link that opens it in the reader's own mail program; what is too long ends in '…'. */
export function mailAddress({ subject, body }: Announcement): string {
  const head = `mailto:?subject=${encodeURIComponent(subject)}&body=`;
  let text = body;
  while (head.length + encodeURIComponent(text).length > MOST) {
    text = `${[...text].slice(0, -21).join('')}…`;
  }
  return head + encodeURIComponent(text);
}
