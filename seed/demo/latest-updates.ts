import type { Stage, TimedEvent } from './event';
import { entryEvents } from './item-events';
import type { AccountKey } from './people';
import { type Days, noChange } from './story';

/** What came in since the last meeting where nothing had changed: the next step is named. */
const LATEST: ReadonlyArray<[reference: string, by: AccountKey, day: Days, nextStep: string]> = [
  [
    'R12',
    'commissioning',
    -33,
    'The fifth area’s cabinet to sign; then the joint contract starts.',
  ],
  ['R13', 'place', -31, 'Two more schools to join the pathway.'],
  ['R14', 'place', -31, 'The recovery community in the third district to find its rooms.'],
  ['R18', 'place', -30, 'Settle with the prison who opens the bank accounts (A9).'],
  ['R19', 'programme', -28, 'The co-ordinator’s first report, to the next meeting.'],
  ['R20', 'programme', -27, 'Count how many are still in work after six months.'],
  ['R21', 'programme', -27, 'Security checks for the last two mentors.'],
  ['R24', 'place', -26, 'The integrated care board to answer on the protocol.'],
  ['R26', 'place', -26, 'A first shared budget line, in draft.'],
  ['A5', 'programme', -24, 'The next course of ten begins after the meeting.'],
  ['A6', 'programme', -24, 'Both trusts to sign the protocol.'],
  ['A17', 'programme', -20, 'Wait for the fifth signature.'],
  ['A19', 'programme', -18, 'Train the two schools that are joining.'],
  ['A21', 'programme', -17, 'Check last quarter’s figures with the providers.'],
];

/** The returns of an ordinary month. */
export function latestUpdates(stage: Stage): TimedEvent[] {
  return LATEST.flatMap(([reference, by, day, nextStep]) =>
    entryEvents(stage, reference, by, [noChange(day, nextStep)]),
  );
}
