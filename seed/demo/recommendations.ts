import {
  amber,
  type DemoItem,
  green,
  noChange,
  owner,
  position,
  red,
  response,
  role,
} from './story';

/**
 * Where the fictional board stands on each recommendation. R11 is left as it starts, without
 * owner, rating or evidence: the walk-through in the README begins there. R6, R8, R10, R25 and
 * R32 are not rated either.
 */
export const RECOMMENDATIONS: readonly DemoItem[] = [
  {
    reference: 'R1',
    author: 'programme',
    entries: [
      position(
        -300,
        'The cross-government Joint Combating Drugs Unit was set up in 2021. The first annual report on the drugs strategy was published in July 2023.',
        'https://www.gov.uk/government/publications/from-harm-to-hope-first-annual-report-2022-to-2023/from-harm-to-hope-first-annual-report-2022-to-2023-accessible',
      ),
      green(
        -184,
        'We report to the central unit on time',
        'Nothing is asked of us here but our returns, and they have gone in on time each quarter.',
      ),
    ],
  },
  {
    reference: 'R2',
    author: 'programme',
    entries: [
      amber(
        -183,
        'We can plan one year ahead, not five',
        'Our grants are confirmed a year at a time, so partners hesitate to recruit.',
        'A20 puts the end date of every grant in one statement, so that the board sees gaps coming.',
      ),
      noChange(-87, 'Bring the yearly funding statement up to date for the board.'),
    ],
  },
  {
    reference: 'R3',
    author: 'programme',
    entries: [
      owner(-357, 'commissioning'),
      response(
        -355,
        'We keep drug treatment funding in a budget of its own and show every partner’s spending in one yearly statement.',
      ),
      amber(
        -348,
        'Our own budget is protected; partners’ spending cannot be seen',
        'The council’s treatment budget is ring-fenced. We cannot yet show what the others spend.',
        'A20: one statement of what every partner spends.',
      ),
      green(
        -178,
        'One statement shows that the money goes where it should',
        'The first statement went to the board, and no treatment money is spent on other things.',
      ),
    ],
  },
  {
    reference: 'R4',
    author: 'place',
    entries: [
      amber(
        -175,
        'Housing support does not yet follow need',
        'Districts with most need have the fewest supported homes.',
        'The housing survey (A15) will show where the gaps are.',
      ),
    ],
  },
  {
    reference: 'R5',
    author: 'programme',
    entries: [
      role(
        -358,
        'deliver',
        'The needs assessment and the plan are ours to write, whatever is required nationally.',
      ),
      owner(-357, 'commissioning'),
      response(
        -354,
        'We are writing one joint needs assessment with every partner, and will publish a commissioning plan that follows from it.',
      ),
      position(
        -352,
        'The Commissioning Quality Standard was published on 3 August 2022.',
        'https://www.gov.uk/government/publications/commissioning-quality-standard-alcohol-and-drug-services/commissioning-quality-standard-alcohol-and-drug-treatment-and-recovery-guidance',
      ),
      amber(
        -354,
        'Work on the joint needs assessment has begun',
        'Until now each partner has had its own assessment, and they did not agree.',
        'A1 brings them together in time for the next budget round.',
      ),
      amber(
        -177,
        'More than half of the assessment is agreed',
        'Five of nine chapters are agreed, and the date has been brought forward.',
        'The remaining chapters follow the data sharing agreement.',
      ),
      green(
        -86,
        'Draft plan is out for comment',
        'Eight of nine chapters are agreed and partners are reading the plan.',
      ),
    ],
  },
  {
    reference: 'R7',
    author: 'programme',
    entries: [
      owner(-357, 'programme'),
      response(
        -350,
        'We publish local outcomes each quarter, on one page, with the source of each figure.',
      ),
      amber(
        -353,
        'Four measures only',
        'We publish four measures, and partners dispute two of them.',
        'A21: sixteen agreed measures within the year.',
      ),
      green(
        -87,
        'Fourteen of 16 measures published',
        'Partners use the same figures. Two housing measures are still to come.',
      ),
    ],
  },
  {
    reference: 'R8',
    author: 'programme',
    entries: [
      owner(-357, 'director'),
      response(-349, 'We will take part in whatever improvement support is offered to us.'),
    ],
  },
  {
    reference: 'R9',
    author: 'programme',
    entries: [
      owner(-356, 'treatment'),
      response(
        -349,
        'We train and supervise our own drug workers and peer supporters now, to the national capability framework.',
      ),
      position(-354, 'Health Education England merged into NHS England on 1 April 2023.'),
      amber(
        -352,
        'Most staff have had no specialist training',
        'Only six of 40 staff have the training they should.',
        'A5: everyone trained within the year.',
      ),
      amber(
        -175,
        'More than half are trained',
        'Twenty-four of 40 have finished.',
        'Shorter sessions, repeated in each hub.',
      ),
      green(-85, 'Training is nearly finished', 'Thirty-three of 40 have finished.'),
    ],
  },
  {
    reference: 'R12',
    author: 'commissioning',
    entries: [
      { ...owner(-356, 'commissioning'), by: 'programme' },
      response(
        -348,
        'We buy inpatient detoxification and residential rehabilitation together with our neighbours.',
      ),
      red(
        -352,
        'People wait months for a place',
        'Each area buys places one at a time and pays more for it.',
        'Help needed: agreement from neighbouring areas to buy together (A17).',
      ),
      amber(
        -175,
        'Three areas of five have signed',
        'A price comparison shows that buying together pays.',
        'The last cabinet decides next month.',
      ),
      amber(
        -84,
        'Four of five have signed; places are still few',
        'People wait less, but still too long.',
        'The joint contract starts once the fifth area signs.',
      ),
    ],
  },
  {
    reference: 'R13',
    author: 'place',
    entries: [
      owner(-356, 'youth'),
      response(-347, 'One way in for young people, and help for their families too.'),
      amber(
        -351,
        'Young people come to us late',
        'Fewer than a third of referrals come from the people who notice first.',
        'A19: one pathway with schools and social care.',
      ),
      green(
        -84,
        'Young people come sooner, and families get help',
        'Close to half of referrals come through the pathway.',
      ),
    ],
  },
  {
    reference: 'R14',
    author: 'place',
    entries: [
      owner(-356, 'recovery'),
      response(
        -354,
        'A recovery community in every district, run by people with lived experience and linked to the treatment service.',
      ),
      amber(
        -351,
        'A recovery community in one district of four',
        'People in three districts have nowhere to go after treatment.',
        'A4: one in each district.',
      ),
      green(
        -173,
        'Three districts of four',
        'Three districts have a recovery community that meets every week.',
      ),
      amber(
        -83,
        'The grant that pays for them is ending',
        'The fourth is about to open, but the grant ends before the work is done.',
        'A bid to the community fund, and an option for the board.',
      ),
    ],
  },
  {
    reference: 'R15',
    author: 'programme',
    entries: [
      owner(-355, 'policing'),
      response(
        -353,
        'A diversion worker in every custody suite, and treatment requirements offered in both courts.',
      ),
      amber(
        -350,
        'Diversion depends on where you are arrested',
        'One suite offers it every day, one sometimes and one not at all.',
        'A11: a worker in every suite.',
      ),
      green(-173, 'Offered in all three suites on most days', 'Four shifts in five are covered.'),
      red(
        -83,
        'Cover has fallen back in all three suites',
        'Workers have left for better paid posts.',
        'Help needed: partners to lend vetted staff, and a decision on pay.',
      ),
    ],
  },
  {
    reference: 'R16',
    author: 'programme',
    entries: [
      owner(-355, 'probation'),
      response(-353, 'Same-day assessment in both courts, and a start within two weeks.'),
      amber(
        -349,
        'Offered in one court of two',
        'Fewer than a quarter of suitable cases have a requirement.',
        'A10: both courts within the year.',
      ),
      green(
        -82,
        'Both courts offer it and numbers rise',
        'More than a third of suitable cases now have a requirement.',
      ),
    ],
  },
  {
    reference: 'R17',
    author: 'place',
    entries: [
      owner(-355, 'prison'),
      response(-352, 'Prison healthcare, the prison and the treatment service share one report.'),
      amber(
        -172,
        'One report is agreed; missed appointments are still many',
        'The partners now share one report each quarter. Missed escorts are its first finding.',
        'The prison is trying fixed treatment afternoons.',
      ),
    ],
  },
  {
    reference: 'R18',
    author: 'place',
    entries: [
      owner(-355, 'prison'),
      response(
        -352,
        'Everyone who leaves HMP Fenmarsh has an appointment, a prescription, identification and a bank account.',
      ),
      red(
        -348,
        'Two in three people are lost on release',
        'Lists of releases come too late to arrange anything.',
        'Help needed: a link worker and weekly lists (A8).',
      ),
      green(
        -82,
        'Most people leave with what they need',
        'More than half start treatment in time and four in five have identification.',
      ),
    ],
  },
  {
    reference: 'R19',
    author: 'programme',
    entries: [
      owner(-354, 'probation'),
      response(-351, 'We will give a co-ordinator for this area a place on the board.'),
      amber(
        -347,
        'No co-ordinator covers this area',
        'The role is shared with two neighbouring areas and seldom reaches us.',
        'Probation has asked for a day a week.',
      ),
      noChange(-171, 'Probation to hear about the day a week.'),
      green(
        -81,
        'A co-ordinator now covers us two days a week',
        'They sit in our release meeting.',
      ),
    ],
  },
  {
    reference: 'R20',
    author: 'programme',
    entries: [
      owner(-354, 'commissioning'),
      response(-351, 'An Individual Placement and Support team inside the treatment service.'),
      amber(
        -346,
        'No service here yet',
        'There is no Individual Placement and Support in the county.',
        'A12: a team this year.',
      ),
      green(-170, 'The team is here and ahead of plan', 'Twenty-seven people have started work.'),
      green(-80, 'Ahead of plan, and valued by employers', 'Forty-eight people have started work.'),
    ],
  },
  {
    reference: 'R21',
    author: 'programme',
    entries: [
      owner(-354, 'jobcentre'),
      response(-350, 'A peer mentor in each of the five Jobcentres.'),
      amber(
        -168,
        'No mentors yet',
        'It took time to settle who employs them.',
        'A13: recruitment has begun.',
      ),
      noChange(-80, 'Finish security checks for the next three mentors.', 'Two of five in place.'),
    ],
  },
  {
    reference: 'R22',
    author: 'programme',
    entries: [
      owner(-354, 'jobcentre'),
      response(-350, 'A work coach in every treatment hub, every week.'),
      green(-169, 'A coach in every hub', 'Work coaches visit each hub every week.'),
    ],
  },
  {
    reference: 'R23',
    author: 'place',
    entries: [
      owner(-353, 'housing'),
      response(-349, 'We ask everyone in treatment what home they have and what they need.'),
      amber(
        -345,
        'We do not know the need',
        'Each district counts differently, and nobody asks people in treatment.',
        'A15: one survey for the whole county.',
      ),
      green(-79, 'More than half have answered', 'First findings will reach the next meeting.'),
    ],
  },
  {
    reference: 'R24',
    author: 'place',
    entries: [
      owner(-353, 'mentalHealth'),
      response(
        -349,
        'No wrong door: one protocol for both services, and a mental health worker in each hub.',
      ),
      red(
        -344,
        'People are passed from one service to the other',
        'Nearly a fifth of referrals are turned away because of the other need.',
        'Help needed: the leaders of both services to agree a threshold (A6).',
      ),
      amber(
        -170,
        'Workers in three hubs; the protocol is not agreed',
        'Where there is a worker, people are seen there and then.',
        'The integrated care board is asked to bring both sides together.',
      ),
      noChange(-78, 'The integrated care board to propose a date.'),
    ],
  },
  {
    reference: 'R25',
    author: 'place',
    entries: [owner(-353, 'mentalHealth')],
  },
  {
    reference: 'R26',
    author: 'place',
    entries: [
      owner(-353, 'place'),
      response(-348, 'We explore joint commissioning in the next joint forward plan.'),
      amber(
        -169,
        'In the plan, but without money',
        'Joint commissioning is a stated aim. No budget is aligned yet.',
        'Finance leads to propose a first aligned budget.',
      ),
      amber(
        -78,
        'A first aligned budget is proposed',
        'The proposal covers the mental health workers in the hubs.',
        'Both sides decide in the budget round.',
      ),
    ],
  },
  {
    reference: 'R27',
    author: 'place',
    entries: [
      owner(-352, 'place'),
      response(-348, 'A yearly physical health check for everyone in treatment.'),
      amber(
        -343,
        'About a third have had a check',
        'People with the worst health are the least likely to be seen.',
        'A7: checks in the hubs.',
      ),
      amber(
        -168,
        'Coverage rises slowly',
        'Two in five have had a check.',
        'A mobile clinic for the hub without room.',
      ),
      noChange(-77, 'Bring the mobile clinic into use.', 'Coverage is 44%.'),
    ],
  },
  {
    reference: 'R28',
    author: 'place',
    entries: [
      green(
        -167,
        'Every secondary school teaches it and has a contact with us',
        'Schools tell us what they need, and the young people’s service answers.',
      ),
    ],
  },
  {
    reference: 'R29',
    author: 'place',
    entries: [
      {
        ...role(
          -357,
          'deliver',
          'To find and support the young people most at risk is our own task.',
        ),
        by: 'programme',
      },
      owner(-352, 'youth'),
      response(
        -347,
        'We find the young people most at risk, together, and offer each of them a trusted adult.',
      ),
      amber(
        -342,
        'Support for all, little for those most at risk',
        'Every school has lessons. Only one district looks for those most at risk.',
        'Learn from that district, and agree one approach for all.',
      ),
      amber(
        -76,
        'One approach agreed; nobody leads it yet',
        'The approach is written down as A26, which has no owner yet.',
        'Name an owner and a date at the next meeting.',
      ),
    ],
  },
  {
    reference: 'R30',
    author: 'programme',
    entries: [
      amber(
        -166,
        'Little is known of what works; we are part of finding out',
        'Our drug awareness course has not been evaluated.',
        'A25: evaluate it with a university partner.',
      ),
    ],
  },
  {
    reference: 'R31',
    author: 'programme',
    entries: [
      green(
        -165,
        'We share data with researchers who ask',
        'Two requests were met this year, with the safeguards the law asks for.',
      ),
    ],
  },
];
