import { addReading, withdrawLocalAction } from '@/lib/data/local-actions';
import { restrictItem } from '@/lib/data/restrictions';
import { buildLocalAction, formOn, opened } from '../builders/register';
import { idsOf, type Stage, type TimedEvent } from './event';
import { entryEvents } from './item-events';
import type { Days, DemoAction } from './story';

/** Created in error, and taken out of the counts again. */
const WITHDRAWN = {
  reference: 'A22',
  day: -298,
  reason: 'Created in error: it says the same as A12.',
};

/** Hidden from viewers, and from the provider that is a party to it. */
const RESTRICTED = {
  reference: 'A23',
  day: -229,
  category: 'legal',
  reason: 'Holds legal advice on a dispute; the provider is a party to it.',
  review: 60,
  from: 'treatment',
} as const;

/** The creation of a local action and all that was done to it since. */
export function actionEvents(stage: Stage, action: DemoAction): TimedEvent[] {
  const { reference, author, readings = [] } = action;
  return [
    { day: action.created, by: action.by, run: (context) => create(stage, context, action) },
    ...specialEvents(stage, reference),
    ...readings.map(([day, value, note]): TimedEvent => {
      // A figure is read some days before anybody writes it down.
      const readOn = stage.calendar.date(day - 6);
      return {
        day,
        by: author,
        run: (context) => addReading(context, reference, { ...opened(), readOn, value, note }),
      };
    }),
    ...entryEvents(stage, reference, author, action.entries),
  ];
}

type Run = TimedEvent['run'];

async function create(stage: Stage, context: Parameters<Run>[0], action: DemoAction) {
  const { calendar, cast } = stage;
  const on = (days: Days | undefined) => (days === undefined ? undefined : calendar.date(days));
  const [fundingSource, fundedUntil] = action.funding ?? [];
  const { items, objectives, themes } = action.links;
  const reference = await buildLocalAction(context, {
    shortTitle: action.shortTitle,
    text: action.text,
    ownerId: action.owner && cast.people[action.owner],
    leadOrganisationId: action.lead && cast.organisations[action.lead],
    alsoInvolved: action.alsoInvolved,
    area: action.area,
    start: on(action.start),
    scheduling: action.review === undefined ? 'due' : 'ongoing',
    due: on(action.due),
    review: on(action.review),
    fundingSource,
    fundedUntil: on(fundedUntil),
    successMeasure: action.measure?.is,
    baseline: action.measure?.baseline,
    target: action.measure?.target,
    itemIds: idsOf(stage, items),
    groupingIds: idsOf(stage, `${objectives} ${themes}`),
  });
  if (reference !== action.reference) {
    throw new Error(
      `The demo’s ${action.reference} became ${reference}: its table is out of order.`,
    );
  }
}

function specialEvents({ calendar, cast }: Stage, reference: string): TimedEvent[] {
  if (reference === WITHDRAWN.reference) {
    const { day, reason } = WITHDRAWN;
    const run: Run = async (context) =>
      withdrawLocalAction(context, reference, { reason, ...(await formOn(context, reference)) });
    return [{ day, by: 'commissioning', run }];
  }
  if (reference === RESTRICTED.reference) {
    const { day, category, reason, review, from } = RESTRICTED;
    const run: Run = (context) =>
      restrictItem(context, reference, {
        category,
        reason,
        review: calendar.date(review),
        hiddenFrom: [cast.organisations[from]],
        ...opened(),
      });
    return [{ day, by: 'commissioning', run }];
  }
  return [];
}
