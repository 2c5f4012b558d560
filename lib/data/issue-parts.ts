import type { PaperStand } from '@/lib/domain/paper-compose';
import type { PaperFile, PaperModel } from '@/lib/domain/paper-model';
import type { Context } from './context';
import { findMeeting } from './find-meeting';
import { addendumModels, membersPaper, publicPaper } from './paper';
import { standingFrame } from './paper-frame';
import type { IssueParts, Issuing } from './papers';
import { lastIssueBefore } from './papers-view';

/** Both versions of what is issued, as at its cut-off. */
async function models(context: Context, issue: Issuing): Promise<PaperModel[]> {
  const { kind, version, cutOff, replaces, openChallenges, draft } = issue;
  const meeting = await findMeeting(context, issue.meeting);
  const { frame } = await standingFrame(context, meeting);
  const at: Context = { ...context, now: cutOff };
  const stand: Omit<PaperStand, 'audience'> = {
    kind,
    state: 'issued',
    version,
    cleared: draft.cleared && { by: draft.cleared.by, role: draft.cleared.role ?? '' },
    replaces,
    // An addendum lists none.
    openChallenges: kind === 'addendum' ? 0 : openChallenges,
  };
  if (kind === 'addendum') return addendumModels(at, meeting, frame, stand);
  const since = await lastIssueBefore(context, meeting);
  return [
    await membersPaper(at, meeting, since, frame, stand),
    await publicPaper(at, meeting, since, frame, stand),
  ];
}

/**
 * What an issue is made of. @param draw makes the files of a model: lib/papers, which this folder
 * knows nothing of
 */
export function issueParts(draw: (model: PaperModel) => Promise<PaperFile[]>): IssueParts {
  return {
    async draft(db, meetingId) {
      const latest = await db.paperVersion.findFirst({
        where: { meetingId },
        orderBy: { number: 'desc' },
        select: { number: true, clearedBy: true, clearedRole: true },
      });
      return {
        number: latest?.number ?? 0,
        cleared: latest?.clearedBy ? { by: latest.clearedBy, role: latest.clearedRole } : null,
      };
    },
    async make(context, issue) {
      const made = [];
      for (const model of await models(context, issue)) {
        made.push({ audience: model.audience, model, files: await draw(model) });
      }
      return made;
    },
  };
}
