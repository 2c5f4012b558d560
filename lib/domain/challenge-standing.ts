import { type ChallengeFacts, inDates, inDays, listed, meetingsAt } from './challenge-facts';
import { type ChallengeRule, mendAt } from './challenge-rule';
import { daysBetween, formatDate } from './dates';
import { KIND_NAMES } from './item';
import { RAG_NAMES } from './rag';

/** A recommendation that we only watch: the first three rules leave it out. */
const isWatched = ({ kind, ourRole }: ChallengeFacts) =>
  kind === 'recommendation' && ourRole === 'watch';

const inRegister = ({ createdOn, today }: ChallengeFacts) =>
  `In the register since ${formatDate(createdOn)} (${inDays(daysBetween(createdOn, today))})`;

export const noOwner: ChallengeRule = {
  name: 'no_owner',
  title: 'No owner',
  applies(facts) {
    if (facts.ownerId !== null || isWatched(facts)) return null;
    return { sentence: `${inRegister(facts)}, with no owner`, mend: mendAt(facts, 'owner') };
  },
};

export const notRated: ChallengeRule = {
  name: 'not_rated',
  title: 'Not rated',
  applies(facts) {
    if (facts.rag !== 'not_rated' || isWatched(facts)) return null;
    return { sentence: `${inRegister(facts)}, and not rated yet`, mend: mendAt(facts, 'update') };
  },
};

export const noUpdate: ChallengeRule = {
  name: 'no_update',
  title: 'No update since the last meeting',
  applies(facts) {
    const { since, lastUpdateOn, createdOn } = facts;
    if (since === null || isWatched(facts)) return null;
    // What came into the register after that meeting has nothing to be updated on yet.
    if (createdOn > since || (lastUpdateOn !== null && lastUpdateOn > since)) return null;
    const last = lastUpdateOn ? `Last updated on ${formatDate(lastUpdateOn)}` : 'Never updated';
    return {
      sentence: `${last}, and not since the meeting of ${formatDate(since)}`,
      mend: mendAt(facts, 'update'),
    };
  },
};

export const deliverWithoutAction: ChallengeRule = {
  name: 'deliver_without_action',
  title: 'Deliver with no local action',
  applies({ kind, ourRole, actions, reference }) {
    if (kind !== 'recommendation' || ourRole !== 'deliver' || actions.length > 0) return null;
    return {
      sentence: 'Our role is Deliver, and 0 local actions answer it',
      mend: {
        href: `${KIND_NAMES.local_action.path}/new?for=${reference.toLowerCase()}`,
        label: 'Create a local action',
        needs: 'editLocalActions',
        subject: { kind: 'local_action', ownerId: null },
      },
    };
  },
};

export const amberThreeMeetings: ChallengeRule = {
  name: 'amber_three_meetings',
  title: 'Amber three meetings running',
  applies(facts) {
    const meetings = meetingsAt(facts, 'amber', 3);
    if (!meetings) return null;
    return {
      sentence: `Amber at the meetings of ${inDates(meetings)}, and still Amber`,
      mend: mendAt(facts, 'update'),
    };
  },
};

export const redWithoutWords: ChallengeRule = {
  name: 'red_without_words',
  title: 'Red two meetings running with no new words',
  applies(facts) {
    const meetings = meetingsAt(facts, 'red', 2);
    const [first] = meetings ?? [];
    const { newWordsOn } = facts;
    if (!meetings || !first || (newWordsOn !== null && newWordsOn > first)) return null;
    const said = newWordsOn ? `nothing new said since ${formatDate(newWordsOn)}` : 'nothing said';
    return {
      sentence: `Red at the meetings of ${inDates(meetings)}, with ${said}`,
      mend: mendAt(facts, 'update'),
    };
  },
};

export const betterThanItsActions: ChallengeRule = {
  name: 'better_than_its_actions',
  title: 'A recommendation Green or Blue while an action under it is Red or overdue',
  completeToo: true,
  applies(facts) {
    const { kind, rag, lifecycle, actions } = facts;
    if (kind !== 'recommendation' || (rag !== 'green' && rag !== 'blue')) return null;
    const behind = actions.flatMap(({ reference, open, rag: status, overdueSince }) => {
      const is = [
        ...(status === 'red' ? ['Red'] : []),
        ...(overdueSince ? [`overdue since ${formatDate(overdueSince)}`] : []),
      ];
      return open && is.length > 0 ? [`${reference} is ${listed(is)}`] : [];
    });
    if (behind.length === 0) return null;
    const count = behind.length === 1 ? '1 action' : `${behind.length} actions`;
    return {
      sentence: `${RAG_NAMES[rag]}, with ${count} behind: ${behind.join('; ')}`,
      // What is closed takes no update.
      mend: mendAt(facts, lifecycle === 'open' ? 'update' : 'reopen'),
    };
  },
};
