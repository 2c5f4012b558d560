import { listSecurityEvents } from '@/lib/data/security-events-view';
import { filtersOn } from '@/lib/domain/activity';
import { londonDay } from '@/lib/domain/dates';
import { can } from '@/lib/domain/permissions';
import {
  SECURITY_COLUMNS,
  type SecurityQuery,
  securityQuerySchema,
  securityRecord,
} from '@/lib/domain/security-query';
import { noFile, noteDownload, sentInTurn } from '@/lib/server/download';
import { route } from '@/lib/server/route';
import { searchOf } from '@/lib/server/search-of';
import { signedIn } from '@/lib/server/session';
import { CSV, csvInBatches } from '@/lib/spreadsheets/csv';

async function* records(context: Awaited<ReturnType<typeof signedIn>>, query: SecurityQuery) {
  for await (const rows of listSecurityEvents(context, query)) yield rows.map(securityRecord);
}

/** The security events that their page shows with the same filters, all pages of it, as CSV. */
export const GET = route(async (request: Request) => {
  const context = await signedIn();
  if (!can(context.actor, 'readSecurityEvents')) return noFile('There is no such file.');
  const query = securityQuerySchema.parse(searchOf(request.url));
  const fileName = `security-events ${londonDay(context.now)}.csv`;
  return sentInTurn(request, context, { mediaType: CSV, fileName }, async () => {
    await noteDownload(request, { kind: 'export.security', filters: filtersOn(query) });
    return csvInBatches(SECURITY_COLUMNS, records(context, query));
  });
});
