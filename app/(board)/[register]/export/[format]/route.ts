import { exportRegister } from '@/lib/data/register-export';
import { refuseSearch } from '@/lib/domain/address-query';
import { londonDay } from '@/lib/domain/dates';
import { filtersOn, registerQuerySchema } from '@/lib/domain/register';
import { EXPORT_FORMATS, type ExportFormat, exportFileName } from '@/lib/domain/register-export';
import { kindAtPath } from '@/lib/domain/register-links';
import { drawn } from '@/lib/papers/drawn';
import { noFile, noteDownload, savedFile } from '@/lib/server/download';
import { env } from '@/lib/server/env';
import { readingOf } from '@/lib/server/reading';
import { route } from '@/lib/server/route';
import { searchOf } from '@/lib/server/search-of';
import { signedIn } from '@/lib/server/session';
import { inTurn } from '@/lib/server/turns';
import { CSV } from '@/lib/spreadsheets/csv';

type Props = { params: Promise<{ register: string; format: string }> };

const MEDIA_TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: CSV,
};

/**
 * A register as a file, at `/local-actions.xlsx?rag=red` (see the rewrite in next.config.js): what
 * its page shows with the same filters, order and day, all pages of it.
 */
export const GET = route(async (request: Request, { params }: Props) => {
  const { actor } = await signedIn();
  const { register, format: asked } = await params;
  const kind = kindAtPath(register);
  const format = EXPORT_FORMATS.find((each) => each === asked);
  if (!kind || !format) return noFile('There is no such file.');
  const search = searchOf(request.url);
  const { context, problem } = await readingOf([search['as-at']].flat()[0]?.trim() ?? '');
  if (problem) return noFile(problem);
  const query = registerQuerySchema.parse(search);
  const refused = refuseSearch(query.q);
  if (refused) return noFile(refused, 400);
  const { signal } = request;
  return inTurn({ actor, signal }, async () => {
    const file = await exportRegister(context, kind, query);
    const named = {
      mediaType: MEDIA_TYPES[format],
      fileName: exportFileName(file, londonDay(context.now), format),
    };
    const bytes = await drawn('register', { file, format, origin: env().appUrl }, signal);
    await noteDownload(request, {
      kind: 'export.register',
      register: kind,
      format,
      filters: filtersOn(query),
      asAt: file.asAt,
    });
    return savedFile(named, bytes);
  });
});
