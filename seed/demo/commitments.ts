import { amber, type DemoItem, green, noChange, owner, position } from './story';

const STRATEGY =
  'https://www.gov.uk/government/publications/from-harm-to-hope-a-10-year-drugs-plan-to-cut-crime-and-save-lives';
const ANNUAL_REPORT =
  'https://www.gov.uk/government/publications/from-harm-to-hope-first-annual-report-2022-to-2023/from-harm-to-hope-first-annual-report-2022-to-2023-accessible';
const QUALITY_STANDARD =
  'https://www.gov.uk/government/publications/commissioning-quality-standard-alcohol-and-drug-services/commissioning-quality-standard-alcohol-and-drug-treatment-and-recovery-guidance';
const OHID =
  'https://www.gov.uk/government/organisations/office-for-health-improvement-and-disparities';

/**
 * How the fictional board reads the national commitments. Only what is public and well known is
 * stated as fact; the rest says that it is illustrative. None is Red: no invented Red stands
 * against a real organisation. C2.3 and C6.4 are not rated.
 */
export const COMMITMENTS: readonly DemoItem[] = [
  {
    reference: 'C2',
    author: 'programme',
    entries: [
      owner(-351, 'programme', 'Keeps the board’s note of where it stands.'),
      position(-330, 'The cross-government Joint Combating Drugs Unit was set up in 2021.'),
      green(-329, 'The unit was set up', 'The unit is there, and our returns go to it.'),
    ],
  },
  {
    reference: 'C2.1',
    author: 'programme',
    entries: [
      green(
        -173,
        'We report against the national outcomes',
        'Illustrative: our dashboard (A21) follows the national measures.',
      ),
    ],
  },
  {
    reference: 'C2.2',
    author: 'programme',
    entries: [
      position(
        -320,
        'The first annual report on the drugs strategy was published in July 2023.',
        ANNUAL_REPORT,
      ),
      green(-319, 'First annual report published', 'We read it at the board’s first meeting.'),
    ],
  },
  {
    reference: 'C3.1',
    author: 'programme',
    entries: [
      owner(-350, 'commissioning'),
      green(
        -318,
        'Illustrative: our share is in use',
        'Illustrative: the fictional county’s share pays for assessment posts and the release pathway.',
      ),
      noChange(-81, 'Show it again in the yearly funding statement.'),
    ],
  },
  {
    reference: 'C3.2',
    author: 'programme',
    entries: [
      position(
        -172,
        'Illustrative note: the fictional county received a share for one year and has kept the team on.',
      ),
      green(-171, 'Illustrative: spent as intended', 'Illustrative: the team is still in place.'),
    ],
  },
  {
    reference: 'C3.3',
    author: 'place',
    entries: [
      green(
        -170,
        'Not in our area; we learn from it',
        'Illustrative: the fictional county was not part of it and has used what others published.',
      ),
    ],
  },
  {
    reference: 'C3.4',
    author: 'place',
    entries: [
      green(
        -170,
        'Named areas; ours is not one',
        'Illustrative: nothing is asked of the fictional county.',
      ),
    ],
  },
  {
    reference: 'C3.5',
    author: 'programme',
    entries: [
      green(
        -169,
        'Illustrative: our team was set up with it',
        'Illustrative: the Individual Placement and Support team (A12) is ahead of plan.',
      ),
    ],
  },
  {
    reference: 'C3.6',
    author: 'programme',
    entries: [
      position(-168, 'Ten roles are part coverage: R19 asks for every probation area.'),
      amber(
        -167,
        'Ten roles cannot cover every area',
        'Illustrative: our area shares a co-ordinator with its neighbours.',
        'Illustrative: probation has asked for more days.',
      ),
      green(
        -80,
        'Illustrative: our area is now covered',
        'Illustrative: a co-ordinator covers us two days a week.',
      ),
    ],
  },
  {
    reference: 'C3.7',
    author: 'programme',
    entries: [
      position(
        -168,
        'It answers the second sentence of R18, treatment on release; not identification, bank account or benefits.',
      ),
      green(
        -166,
        'Illustrative: video appointments run in HMP Fenmarsh',
        'Illustrative: they are part of the release-day pathway (A8).',
      ),
    ],
  },
  {
    reference: 'C4.1',
    author: 'programme',
    entries: [
      position(
        -310,
        'The Office for Health Promotion was launched as the Office for Health Improvement and Disparities on 1 October 2021.',
        OHID,
      ),
      green(
        -165,
        'Illustrative: we meet the regional team each quarter',
        'Illustrative: its questions help us to prepare for the board.',
      ),
    ],
  },
  {
    reference: 'C4.2',
    author: 'programme',
    entries: [
      owner(-349, 'commissioning'),
      position(
        -310,
        'The Commissioning Quality Standard was published on 3 August 2022.',
        QUALITY_STANDARD,
      ),
      green(-309, 'The standard is published and in use', 'Our commissioning plan follows it.'),
    ],
  },
  {
    reference: 'C4.3',
    author: 'place',
    entries: [
      owner(-349, 'place'),
      position(-164, 'Integrated care systems have been statutory since 1 July 2022.'),
      amber(
        -163,
        'Illustrative: planned together on paper, not yet with one budget',
        'Illustrative: the joint forward plan says so; no budget is aligned.',
        'Illustrative: a first aligned budget is proposed for the next round.',
      ),
    ],
  },
  {
    reference: 'C5.1',
    author: 'programme',
    entries: [
      position(-300, 'Health Education England merged into NHS England on 1 April 2023.'),
      green(
        -162,
        'Illustrative: our training follows the national capability framework',
        'Illustrative: see A5.',
      ),
    ],
  },
  {
    reference: 'C6.1',
    author: 'programme',
    entries: [
      green(
        -161,
        'Illustrative: part of local policing plans',
        'Illustrative: the fictional constabulary reports on it elsewhere.',
      ),
    ],
  },
  {
    reference: 'C6.2',
    author: 'programme',
    entries: [
      amber(
        -161,
        'Illustrative: testing runs; the offer of help after it is thin',
        'Illustrative: testing depends on a diversion worker being there, and cover has fallen.',
        'Illustrative: see A11.',
      ),
    ],
  },
  {
    reference: 'C6.3',
    author: 'programme',
    entries: [
      position(-160, 'Evidence-gathering, not the innovation fund that R30 asks for.'),
      green(-159, 'Illustrative: we have used what came of it', 'Illustrative: see A24 and A25.'),
    ],
  },
  {
    reference: 'C7',
    author: 'programme',
    entries: [
      owner(-348, 'director'),
      position(-330, 'Published on 6 December 2021 as “From harm to hope”.', STRATEGY),
      green(-328, 'The strategy is published', 'Our objectives follow its priorities.'),
    ],
  },
];
