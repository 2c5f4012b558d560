import type { EventKind } from '@/lib/domain/event-kinds';
import type { FieldChange } from '@/lib/domain/field-change';
import type { ItemKind } from '@/lib/domain/item';
import type { PaperAudience } from '@/lib/domain/paper-issue';
import { eventRow, type Recorded } from './change';
import { type Context, demand } from './context';
import { findMeeting } from './find-meeting';

/** A file that is handed over. Filters are told by their names: their values can be names of people. */
export type Download =
  | { kind: 'download.evidence'; evidenceId: string }
  | {
      kind: 'download.paper';
      slug: string;
      /** '2' or 'addendum-1' */
      issue: string;
      audience: PaperAudience;
      file: string;
    }
  | { kind: 'download.paper_draft'; slug: string; file: string }
  | { kind: 'download.minutes'; slug: string }
  | {
      kind: 'export.register';
      register: ItemKind;
      format: string;
      filters: readonly string[];
      /** The day that it shows; null for the present. */
      asAt: string | null;
    }
  | { kind: 'person.file_made'; personId: string }
  | { kind: 'export.activity' | 'export.security'; filters: readonly string[] };

function told(
  fields: Record<string, string | null | readonly string[]>,
): Pick<Recorded, 'changes'> {
  const changes = Object.entries(fields).flatMap(([field, to]): FieldChange[] =>
    to === null || to.length === 0
      ? []
      : [{ field, from: null, to: typeof to === 'string' ? to : [...to] }],
  );
  return { changes };
}

/** How many rows there were is not told: it would count what not everybody may see. */
async function recorded(context: Context, download: Download): Promise<Recorded> {
  const kind = download.kind satisfies EventKind;
  switch (download.kind) {
    case 'download.evidence':
      // Without its item, whose history tells what happened to it and not who read of it.
      return { kind, evidenceId: download.evidenceId };
    case 'download.paper': {
      const { issue, audience, file } = download;
      const { id: meetingId } = await findMeeting(context, download.slug);
      return { kind, meetingId, ...told({ issue, audience, file }) };
    }
    case 'download.paper_draft': {
      const { id: meetingId } = await findMeeting(context, download.slug);
      return { kind, meetingId, ...told({ file: download.file }) };
    }
    case 'download.minutes':
      return { kind, meetingId: (await findMeeting(context, download.slug)).id };
    case 'person.file_made':
      return { kind, personId: download.personId };
    case 'export.register': {
      const { register, format, filters, asAt } = download;
      return { kind, ...told({ register, format, filters, asAt }) };
    }
    default:
      return { kind, ...told({ filters: download.filters }) };
  }
}

/**
 * Writes down that a file is handed over to the actor, who was found to be allowed to have it.
 * Without that it is not handed over: what fails here fails the download.
 * @throws NotAllowedError, NotFoundError
 */
export async function appendDownload(context: Context, download: Download): Promise<void> {
  demand(context, 'read');
  const event = await recorded(context, download);
  await context.db.auditEvent.createMany({ data: [eventRow(context, event)] });
}
