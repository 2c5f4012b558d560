import { acknowledgeChallenges } from '@/lib/data/acknowledgements';
import { buildMeeting, buildObjective, moveMeeting } from '../builders/board';
import { opened } from '../builders/register';
import type { Stage, TimedEvent } from './event';
import type { Days } from './story';

const OBJECTIVES = {
  O1: 'Fewer people die early because of drugs and alcohol',
  O2: 'More people in treatment, sooner and with better results',
  O3: 'A home, something to do and recovery that lasts',
  O4: 'Fewer young people harmed by drugs and alcohol',
  O5: 'Less crime, with more people helped out of it',
} as const;

/** About quarterly: four held and one to come. */
const MEETINGS: ReadonlyArray<{ day: Days; arranged: Days; venue: string }> = [
  { day: -335, arranged: -364, venue: 'Committee room 2, County Hall, Exampleshire' },
  { day: -244, arranged: -364, venue: 'Committee room 2, County Hall, Exampleshire' },
  { day: -153, arranged: -364, venue: 'Council chamber, Fenmarsh Town Hall' },
  { day: -62, arranged: -240, venue: 'Committee room 2, County Hall, Exampleshire' },
  { day: 35, arranged: -148, venue: 'Committee room 1, County Hall, Exampleshire' },
];
/** One meeting went to the people it was about. */
const MOVED = { meeting: -62, day: -100, venue: 'The Old Library, Sampleford' };
/** Known, and put up with until the meeting to come. */
const ACKNOWLEDGED = {
  meeting: 35,
  day: -5,
  challenge: { rule: 'funding_ends_first', reference: 'A4' },
  reason: 'The public health grant is expected to take it over; the board hears in the new year.',
};

/** What the board set itself, and when it meets. */
export function boardEvents({ calendar, ids }: Stage): TimedEvent[] {
  const meetings = new Map<Days, string>();
  return [
    ...Object.entries(OBJECTIVES).map(
      ([code, name]): TimedEvent => ({
        day: -364,
        by: 'programme',
        run: async (context) => ids.set(code, await buildObjective(context, name)),
      }),
    ),
    ...MEETINGS.map(
      ({ day, arranged, venue }): TimedEvent => ({
        day: arranged,
        by: 'programme',
        run: async (context) => {
          const date = calendar.thursday(day);
          meetings.set(day, await buildMeeting(context, { date, startsAt: '14:00', venue }));
        },
      }),
    ),
    {
      day: MOVED.day,
      by: 'programme',
      run: (context) => moveMeeting(context, meetings.get(MOVED.meeting) ?? '', MOVED.venue),
    },
    {
      day: ACKNOWLEDGED.day,
      by: 'programme',
      run: (context) =>
        acknowledgeChallenges(context, {
          ...opened(),
          meeting: meetings.get(ACKNOWLEDGED.meeting) ?? '',
          challenges: [ACKNOWLEDGED.challenge],
          reason: ACKNOWLEDGED.reason,
        }),
    },
  ];
}
