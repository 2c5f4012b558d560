import { listActivity } from '@/lib/data/activity';
import { type ActivityQuery, activityQuerySchema, filtersOn } from '@/lib/domain/activity';
import { ACTIVITY_COLUMNS, activityRecords } from '@/lib/domain/activity-csv';
import { refuseSearch } from '@/lib/domain/address-query';
import { londonDay } from '@/lib/domain/dates';
import { noFile, noteDownload, sentInTurn } from '@/lib/server/download';
import { route } from '@/lib/server/route';
import { searchOf } from '@/lib/server/search-of';
import { signedIn } from '@/lib/server/session';
import { CSV, csvInBatches } from '@/lib/spreadsheets/csv';

async function* records(context: Awaited<ReturnType<typeof signedIn>>, query: ActivityQuery) {
  for await (const rows of listActivity(context, query)) yield rows.flatMap(activityRecords);
}

/** The activity that its page shows with the same filters, all pages of it, as CSV. */
export const GET = route(async (request: Request) => {
  const context = await signedIn();
  const query = activityQuerySchema.parse(searchOf(request.url));
  const refused = refuseSearch(query.subject);
  if (refused) return noFile(refused, 400);
  const fileName = `activity ${londonDay(context.now)}.csv`;
  return sentInTurn(request, context, { mediaType: CSV, fileName }, async () => {
    await noteDownload(request, { kind: 'export.activity', filters: filtersOn(query) });
    return csvInBatches(ACTIVITY_COLUMNS, records(context, query));
  });
});
