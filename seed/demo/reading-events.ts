import { renameGrouping } from '@/lib/data/groupings';
import { assignOwner, setOurRole } from '@/lib/data/status-updates';
import { formOn, opened } from '../builders/register';
import { buildRecommendation, buildSource } from '../builders/sources';
import { idsOf, type Stage, type TimedEvent } from './event';
import { entryEvents } from './item-events';
import { amber, type Days, green } from './story';

const PREFIX = 'N';
const PUBLISHED: Days = -210;
const ADDED: Days = -190;

/** What a needs assessment of the fictional county asked for. */
const RECOMMENDATIONS = [
  {
    shortTitle: 'Evening and weekend opening of treatment',
    text: 'Treatment services should open on two evenings and one weekend day in each district, so that people who work can be seen.',
    groupings: 'treatment-recovery employment O2',
    owner: 'commissioning',
  },
  {
    shortTitle: 'A mobile service for the villages of Mid Example',
    text: 'Commissioners should test a mobile needle exchange and advice service in the villages of Mid Example for a year and publish what it costs and whom it reaches.',
    groupings: 'physical-health O1',
    owner: 'commissioning',
  },
  {
    shortTitle: 'One shared count of people and need',
    text: 'Partners should agree one yearly count of how many people need help, and from which partners, and use it in every plan.',
    groupings: 'leadership-accountability research O2',
    owner: undefined,
  },
] as const;

/** The board's own reading: a source beside the national ones, and words it changed its mind on. */
export function readingEvents(stage: Stage): TimedEvent[] {
  const { calendar, cast, ids } = stage;
  return [
    {
      day: ADDED,
      by: 'programme',
      run: async (context) => {
        const [year = '', month] = calendar.date(PUBLISHED).split('-');
        await buildSource(context, {
          prefix: PREFIX,
          title: 'Exampleshire drug and alcohol needs assessment (illustrative)',
          publisher: 'Exampleshire County Council',
          year,
          month,
        });
        for (const { shortTitle, text, groupings } of RECOMMENDATIONS) {
          const groupingIds = idsOf(stage, groupings);
          await buildRecommendation(context, PREFIX, { shortTitle, text, groupingIds });
        }
      },
    },
    ...RECOMMENDATIONS.flatMap(({ owner }, index): TimedEvent[] => {
      const reference = `${PREFIX}${index + 1}`;
      const role: TimedEvent = {
        day: ADDED + 14,
        by: 'programme',
        run: async (context) =>
          setOurRole(context, reference, {
            ...(await formOn(context, reference)),
            ourRole: 'deliver',
            words: 'Our own assessment asks it of us.',
          }),
      };
      if (!owner) return [role];
      const assign: TimedEvent = {
        day: ADDED + 14,
        by: 'programme',
        run: async (context) =>
          assignOwner(context, reference, {
            ...(await formOn(context, reference)),
            ownerId: cast.actors[owner].id,
            leadOrganisationId: undefined,
          }),
      };
      return [role, assign];
    }),
    ...entryEvents(stage, 'N1', 'programme', [
      green(
        -58,
        'Both districts open on two evenings',
        'Fenmarsh has opened on Saturdays since the summer and Sampleford since the autumn; both are used.',
      ),
    ]),
    ...entryEvents(stage, 'N2', 'programme', [
      amber(
        -55,
        'The vehicle is ordered, the driver is not found',
        'The vehicle comes in the spring. Nobody suitable answered the advertisement for a driver.',
        'Share the post with the library service, whose van is out on the other days.',
      ),
    ]),
    {
      day: -120,
      by: 'programme',
      run: (context) =>
        renameGrouping(context, ids.get('O4') ?? '', {
          ...opened(),
          basedOn: 1,
          name: 'Fewer children and young people harmed by drugs and alcohol',
          reason: 'The young people’s service asked that children be named.',
        }),
    },
  ];
}
