// Who may import what: the table of the design, section 4, a row here for a row there. It governs
// our folders and next, react, next-auth and Prisma; other libraries go where they are needed.

/** The columns: what a module can be. The generated client is Prisma, not our folder prisma. */
const KINDS = {
  domain: '^lib/domain/',
  data: '^lib/data/',
  papers: '^lib/papers/',
  spreadsheets: '^lib/spreadsheets/',
  threads: '^lib/threads/',
  server: '^lib/server/',
  components: '^components/',
  app: '^(app/|(proxy|instrumentation)[.]ts$)',
  prisma: '^prisma/(?!client/)',
  seed: '^seed/',
  scripts: '^scripts/',
  tests: '^tests/',
  Prisma: '^prisma/client/|node_modules/(@prisma|prisma)/',
  next: 'node_modules/next/',
  react: 'node_modules/(react|react-dom)/',
  'next-auth': 'node_modules/next-auth/',
};

const LIB = ['domain', 'data', 'papers', 'spreadsheets', 'server'];

/** The rows: from, what it may import besides itself, and why. */
const TABLE = [
  ['domain', [], 'lib/domain is pure rules: no Next, no Prisma, no clock. Pass in what it needs.'],
  [
    'data',
    ['domain', 'Prisma'],
    'lib/data is the only code that touches Prisma, and knows nothing of pages: its context is handed to it.',
  ],
  [
    'papers',
    // A paper's tables are sheets like those of the registers.
    ['domain', 'spreadsheets', 'threads'],
    'lib/papers draws a paper from a typed model: read the data first, outside it.',
  ],
  [
    'spreadsheets',
    ['domain', 'threads'],
    'lib/spreadsheets turns views into sheets and back: read the data first, outside it.',
  ],
  ['threads', [], 'lib/threads runs what it is given beside the thread that answers requests.'],
  [
    'server',
    // React for its `cache` alone, which remembers who is signed in for one request.
    ['domain', 'data', 'next', 'next-auth', 'react'],
    'lib/server joins Next to lib/data; it draws nothing and runs no query of its own.',
  ],
  [
    'components',
    ['domain', 'react', 'next'],
    'Components get views and actions as props: the page reads, lib/data decides.',
  ],
  [
    'app',
    [...LIB, 'components', 'next', 'react', 'next-auth'],
    'Routes go through lib/data, where authorisation lives; they never touch Prisma, the seed or scripts.',
  ],
  [
    'prisma',
    ['domain', 'Prisma'],
    'prisma makes a database exist, before there is an app to speak of.',
  ],
  [
    'seed',
    ['domain', 'data', 'papers', 'prisma', 'Prisma'],
    'The seed writes what people would write, through lib/data.',
  ],
  ...['scripts', 'tests'].map((folder) => [
    folder,
    Object.keys(KINDS).filter((kind) => kind !== 'app' && kind !== 'components'),
    `${folder} may use everything but routes and components; those are tried in a browser.`,
  ]),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...TABLE.map(([from, allowed, comment]) => ({
      name: `imports-of-${from}`,
      comment,
      severity: 'error',
      from: { path: KINDS[from] },
      to: {
        path: Object.values(KINDS),
        pathNot: [from, ...allowed].map((kind) => KINDS[kind]),
      },
    })),
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file, or a third is missing between them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere is not checked by the rules above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'nothing-elsewhere',
      comment: 'Every file belongs to a folder of the design; there is no row for this one.',
      severity: 'error',
      from: { pathNot: [...Object.values(KINDS), 'node_modules'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/client/'] },
    // A type is a dependency too: it says what a folder knows of another.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
