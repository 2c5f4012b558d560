import { closeMeetingAction } from '@/lib/data/meeting-actions';
import { agreeMinutes } from '@/lib/data/minutes';
import { getMinutes } from '@/lib/data/minutes-view';
import type { AttendanceAnswer } from '@/lib/domain/attendance';
import type { BoardCapacity } from '@/lib/domain/membership';
import { attend, buildMeetingAction, buildMinutes, seat } from '../builders/meeting-records';
import { opened } from '../builders/register';
import type { Stage, TimedEvent } from './event';
import type { AccountKey, PersonKey } from './people';
import type { Days } from './story';

const SEATS: Partial<Record<PersonKey, BoardCapacity>> = {
  director: 'chair',
  place: 'vice_chair',
  policing: 'member',
  treatment: 'member',
  probation: 'member',
  prison: 'member',
  jobcentre: 'member',
  housing: 'member',
  youth: 'member',
  recovery: 'member',
  mentalHealth: 'member',
  commissioning: 'in_attendance',
  programme: 'in_attendance',
};
const SEATED = Object.keys(SEATS) as PersonKey[];

interface DemoMeeting {
  day: Days;
  /** Everybody else was there. */
  away: Partial<Record<PersonKey, [AttendanceAnswer, deputy?: string]>>;
  others?: string;
  declared?: { person: PersonKey; words: string; references: string[] };
  /** Minuted by hand, besides what the record says. */
  discussed: string;
}

const HELD: readonly DemoMeeting[] = [
  {
    day: -335,
    away: { prison: ['apologies'] },
    others: 'Democratic services officer, to take notes',
    discussed:
      'The board read the 32 recommendations for the first time and agreed which of them it delivers, contributes to or watches.',
  },
  {
    day: -244,
    away: { probation: ['apologies', 'Deputy head of probation delivery'] },
    discussed:
      'Waiting times were better in the north of the county than in the south. Members asked for figures on people who leave prison.',
  },
  {
    day: -153,
    away: { housing: ['apologies'], jobcentre: ['absent'] },
    declared: {
      person: 'treatment',
      words: 'Director of the service that is party to the matter.',
      references: ['A23'],
    },
    discussed:
      'Members heard from people in recovery how hard it is to find a first tenancy. The chair thanked them for coming.',
  },
  {
    day: -62,
    away: {
      policing: ['apologies', 'Deputy head of neighbourhood policing'],
      mentalHealth: ['apologies'],
    },
    others: 'Manager of The Old Library, for the first item',
    declared: {
      person: 'recovery',
      words: 'Trustee of a charity that may bid for work on recovery support.',
      references: ['R15'],
    },
    discussed: 'Members asked which grants end in the next financial year, and what hangs on them.',
  },
];

interface DemoAction {
  meeting: Days;
  owner: PersonKey;
  what: string;
  due: Days;
  done?: { day: Days; by: AccountKey; words: string };
}

const ACTIONS: readonly DemoAction[] = [
  {
    meeting: -335,
    owner: 'prison',
    what: 'Tell the board how many people leave the prison without a first appointment',
    due: -280,
    done: { day: -290, by: 'programme', words: 'Sent to all members with the next papers.' },
  },
  {
    meeting: -153,
    owner: 'director',
    what: 'Write to the district councils about first tenancies',
    due: -100,
    done: { day: -110, by: 'programme', words: 'Letters went out; two councils have answered.' },
  },
  {
    meeting: -153,
    owner: 'place',
    what: 'Agree with the hospital trust who leads its alcohol care team',
    due: 20,
  },
  {
    meeting: -62,
    owner: 'commissioning',
    what: 'List the grants that end in the next financial year, with what each pays for',
    due: -10,
  },
  {
    meeting: -62,
    owner: 'policing',
    what: 'Bring the figures on diversion schemes to the next meeting',
    due: 30,
  },
];

/** Who sits on the board, who came to its meetings, what they asked of whom, and the minutes. */
export function meetingEvents(stage: Stage): TimedEvent[] {
  const { calendar, cast } = stage;
  const slug = (day: Days) => calendar.thursday(day);
  const seats = SEATED.map(
    (key): TimedEvent => ({
      day: -363,
      by: 'programme',
      run: (context) =>
        seat(context, cast.people[key], calendar.date(-364), SEATS[key] ?? 'member'),
    }),
  );
  const held = HELD.flatMap((meeting, index) => aroundMeeting(stage, meeting, HELD[index - 1]));
  const actions = ACTIONS.flatMap((action) => actionEvents(stage, action));
  const apologies: TimedEvent = {
    day: -4,
    by: 'programme',
    run: (context) =>
      attend(context, slug(35), {
        entries: [{ personId: cast.people.youth, answer: 'apologies', deputy: undefined }],
      }),
  };
  return [...seats, ...held, ...actions, apologies];
}

function aroundMeeting(
  { calendar, cast }: Stage,
  meeting: DemoMeeting,
  last: DemoMeeting | undefined,
): TimedEvent[] {
  const slug = calendar.thursday(meeting.day);
  const { away, declared, others, discussed } = meeting;
  const attended: TimedEvent = {
    day: meeting.day + 1,
    by: 'programme',
    run: (context) =>
      attend(context, slug, {
        entries: SEATED.map((key) => {
          const [answer = 'present' as const, deputy] = away[key] ?? [];
          return { personId: cast.people[key], answer, deputy };
        }),
        othersPresent: others,
        declarations: declared
          ? [{ ...declared, id: undefined, personId: cast.people[declared.person] }]
          : [],
      }),
  };
  const agreed: TimedEvent[] = last
    ? [
        {
          day: meeting.day + 2,
          by: 'programme',
          run: async (context) => {
            const { number, agreeable } = await getMinutes(context, calendar.thursday(last.day));
            const meetingId = agreeable.at(-1)?.id ?? '';
            const form = { ...opened(), basedOn: number, meetingId };
            await agreeMinutes(context, calendar.thursday(last.day), form);
          },
        },
      ]
    : [];
  const drafted: TimedEvent = {
    day: meeting.day + 6,
    by: 'programme',
    run: async (context) => {
      const { draft } = await getMinutes(context, slug);
      const sections = (draft?.sections ?? []).map(({ heading, words }) => ({
        heading,
        words: words || discussed,
      }));
      await buildMinutes(context, slug, sections);
    },
  };
  return [attended, ...agreed, drafted];
}

function actionEvents({ calendar, cast }: Stage, action: DemoAction): TimedEvent[] {
  const { meeting, owner, what, due, done } = action;
  let id = '';
  const open: TimedEvent = {
    day: meeting + 1,
    by: 'programme',
    run: async (context) => {
      const ownerId = cast.people[owner];
      const slug = calendar.thursday(meeting);
      id = await buildMeetingAction(context, slug, ownerId, what, calendar.date(due));
    },
  };
  if (!done) return [open];
  const { day, by, words } = done;
  return [
    open,
    { day, by, run: (context) => closeMeetingAction(context, id, { ...opened(), words }) },
  ];
}
