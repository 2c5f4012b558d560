import { type ChallengeFacts, inDates, inDays, meetingsAt } from './challenge-facts';
import { type ChallengeRule, mendAt } from './challenge-rule';
import { addDays, daysBetween, formatDate } from './dates';

/** Within so many days of its date an action that is Green shows evidence. */
const EVIDENCE_DAYS = 60;

const isAction = ({ kind }: ChallengeFacts) => kind === 'local_action';
const limitOf = ({ dueDate, reviewDate }: ChallengeFacts) => dueDate ?? reviewDate;
const nameOf = ({ dueDate }: ChallengeFacts) => (dueDate ? 'due date' : 'review date');

export const greenOverdue: ChallengeRule = {
  name: 'green_overdue',
  title: 'Green but overdue',
  applies(facts) {
    const limit = limitOf(facts);
    if (!isAction(facts) || facts.rag !== 'green' || facts.schedule !== 'overdue' || !limit) {
      return null;
    }
    const late = inDays(daysBetween(limit, facts.today));
    return {
      sentence: `Green, but its ${nameOf(facts)} of ${formatDate(limit)} passed ${late} ago`,
      mend: mendAt(facts, 'update'),
    };
  },
};

/** How near the date of an action is, once it is near. */
function nearItsDate(facts: ChallengeFacts): string | null {
  const limit = limitOf(facts);
  if (!isAction(facts) || !limit || limit > addDays(facts.today, EVIDENCE_DAYS)) return null;
  const left = daysBetween(facts.today, limit);
  const away = left < 0 ? `${inDays(-left)} ago` : left === 0 ? 'today' : `in ${inDays(left)}`;
  return `its ${nameOf(facts)}, ${formatDate(limit)}, ${left < 0 ? 'was' : 'is'} ${away}`;
}

export const greenWithoutEvidence: ChallengeRule = {
  name: 'green_without_evidence',
  title: 'Green for two meetings or within 60 days of its date, with no current evidence',
  applies(facts) {
    if (facts.rag !== 'green' || facts.evidence === 'current') return null;
    const meetings = meetingsAt(facts, 'green', 2);
    const near = nearItsDate(facts);
    const why = [...(meetings ? [`at the meetings of ${inDates(meetings)}`] : []), near ?? []];
    if (!meetings && !near) return null;
    const evidence =
      facts.evidence === 'out_of_date' && facts.evidenceReviewOn
        ? `its evidence was to be reviewed by ${formatDate(facts.evidenceReviewOn)}`
        : 'it has no evidence';
    return {
      sentence: `Green${meetings ? ' ' : ': '}${why.flat().join(', and ')}; ${evidence}`,
      mend: mendAt(facts, 'evidence/link'),
    };
  },
};

export const noDate: ChallengeRule = {
  name: 'no_date',
  title: 'No due or review date',
  applies(facts) {
    if (!isAction(facts) || limitOf(facts)) return null;
    const days = inDays(daysBetween(facts.createdOn, facts.today));
    return {
      sentence: `In the register since ${formatDate(facts.createdOn)} (${days}), with neither date`,
      mend: mendAt(facts, 'dates'),
    };
  },
};

export const dateMoved: ChallengeRule = {
  name: 'date_moved',
  title: 'Date moved twice or more',
  applies(facts) {
    const { moves, firstDueDate, dueDate, reviewDate } = facts;
    if (!isAction(facts) || moves < 2 || !firstDueDate) return null;
    const times = moves === 2 ? 'twice' : `${moves} times`;
    const now = dueDate
      ? `now on ${formatDate(dueDate)}`
      : `now ongoing${reviewDate ? `, with a review on ${formatDate(reviewDate)}` : ''}`;
    return {
      sentence: `Moved ${times}: first due on ${formatDate(firstDueDate)}, ${now}`,
      mend: mendAt(facts, 'history'),
    };
  },
};

export const closureWithoutEvidence: ChallengeRule = {
  name: 'closure_without_evidence',
  title: 'Evidence out of date or withdrawn under a proposed closure',
  applies(facts) {
    const { closureProposedOn, evidence, evidenceReviewOn, evidenceWithdrawnOn } = facts;
    if (closureProposedOn === null) return null;
    const gone =
      evidenceWithdrawnOn !== null &&
      (evidence === 'none' || evidenceWithdrawnOn >= closureProposedOn);
    const what =
      evidence === 'out_of_date' && evidenceReviewOn
        ? `its evidence was to be reviewed by ${formatDate(evidenceReviewOn)}`
        : gone
          ? `evidence was withdrawn on ${formatDate(evidenceWithdrawnOn)}`
          : null;
    if (!what) return null;
    return {
      sentence: `Closure proposed on ${formatDate(closureProposedOn)}, but ${what}`,
      mend: mendAt(facts, 'evidence/link'),
    };
  },
};

export const fundingEndsFirst: ChallengeRule = {
  name: 'funding_ends_first',
  title: 'Funded until a date before the due date',
  applies(facts) {
    const { fundedUntil, dueDate } = facts;
    if (!isAction(facts) || !fundedUntil || !dueDate || fundedUntil >= dueDate) return null;
    const days = inDays(daysBetween(fundedUntil, dueDate));
    return {
      sentence: `Funded until ${formatDate(fundedUntil)}, ${days} before it is due on ${formatDate(dueDate)}`,
      mend: mendAt(facts, 'edit'),
    };
  },
};
