// The rooms of src and what each may know. Every rule is an error; its comment says where the thing belongs instead.
const PAYLOAD = 'node_modules/(payload|@payloadcms)/|^payload\\.config\\.ts$'
const GENERATED_TYPES = '^src/payload-types\\.ts$'
/** Values in, values out: no clock, no chance, no input or output of their own. */
const PURE_LIBRARIES =
  'node_modules/(any-ascii|entities|mdast-util-gfm|mdast-util-to-markdown|smol-toml|yaml)/|node_modules/@types/mdast/'
const ROOMS = '^src/(app|cli|cms|domain|jobs|server|site)/'
const GROUND = '^src/((database|storage)/)?[^/]+\\.tsx?$'

/** The folders of the readers' room, from the bottom up. */
const SITE_LAYERS =
  'data assets media addresses settings layout richText lists articles questions pages search page review discovery'.split(
    ' ',
  )

/** Every rule is an error: there are no warnings here. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'domain-is-pure',
      'The domain imports the domain and a few pure libraries, so that its rules need no framework, database or clock to be tested. Pass in what it needs as a value.',
      { path: '^src/domain/' },
      { pathNot: ['^src/domain/', 'node_modules/schema-dts/', PURE_LIBRARIES] },
    ),
    forbid(
      'domain-is-pure-vocabulary',
      'schema-dts gives src/domain/jsonLd the words of schema.org, as types: use `import type`, there and nowhere else.',
      { path: '^src/domain/', pathNot: '^src/domain/jsonLd/' },
      { path: 'node_modules/schema-dts/' },
    ),
    forbid(
      'domain-is-pure-vocabulary',
      'schema-dts has no code: use `import type`.',
      { path: '^src/domain/jsonLd/' },
      { path: 'node_modules/schema-dts/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'cms-never-imports-site',
      'The two sides meet only in Payload. What both need lives in the domain.',
      { path: '^src/cms/' },
      { path: '^src/site/' },
    ),
    forbid(
      'cms-knows-payload-alone',
      'The editors’ room knows Payload, the domain, the ground files and a few well-kept libraries; its screens in src/cms/admin also React and Next. Commands load this room outside Next, so nothing else may be reachable from it.',
      { path: '^src/cms/', pathNot: '^src/cms/admin/' },
      {
        pathNot: [
          '^src/(cms|domain|site)/',
          GROUND,
          'node_modules/(payload|@payloadcms|@zxcvbn-ts|csv-parse|nodemailer|diff|rate-limiter-flexible|sharp)/',
        ],
        dependencyTypesNot: ['core'],
      },
    ),
    forbid(
      'cms-knows-payload-alone',
      'The editors’ room knows Payload, the domain and the ground files; its screens in src/cms/admin also React and Next.',
      { path: '^src/cms/admin/' },
      {
        pathNot: [
          '^src/(cms|domain|site)/',
          GROUND,
          'node_modules/(payload|@payloadcms|react|react-dom|next)/',
        ],
        dependencyTypesNot: ['core'],
      },
    ),
    forbid(
      'wording-knows-no-other-room',
      'What people read is worded below everything that says it: pass in what a sentence needs.',
      { path: '^src/cms/wording/' },
      { path: '^src/cms/', pathNot: '^src/cms/wording/' },
    ),
    forbid(
      'workflow-knows-no-listener',
      'The workflow announces what happens to a document (events/listeners.ts). What follows from it is a listener in the list of src/cms/plugins.',
      { path: '^src/cms/workflow/' },
      { path: '^src/cms/(accounts|collections|import|media|notices|plugins|review)/' },
    ),
    forbid(
      'only-screens-know-screens',
      'The panel runs in browsers: what the server needs as well lives in a room beside it, sentences in src/cms/wording.',
      { path: '^(src|tools)/', pathNot: '^src/(cms/admin|app)/' },
      { path: '^src/cms/admin/' },
    ),
    forbid(
      'site-never-imports-cms',
      'Ask Payload through src/site/data/readerClient.ts instead of reaching into its configuration. What both need lives in the domain.',
      { path: '^src/site/' },
      { path: '^src/cms/' },
    ),
    forbid(
      'one-door-to-payload',
      'Readers get their data through src/site/data/readerClient.ts, the one place that closes access and hides drafts; src/site/data/snapshot.ts gives it a transaction.',
      { path: '^src/site/', pathNot: '^src/site/data/(readerClient|snapshot)\\.ts$' },
      { path: PAYLOAD, dependencyTypesNot: ['type-only'] },
    ),
    ...SITE_LAYERS.map((layer, at) =>
      forbid(
        'site-stands-in-layers',
        'A folder of the readers’ room knows those before it in SITE_LAYERS: pass in what it needs from above, or move that down.',
        { path: `^src/site/${layer}/` },
        { path: `^src/site/(?!(${SITE_LAYERS.slice(0, at + 1).join('|')})/)[^/]+/` },
      ),
    ),
    forbid(
      'stored-shapes-end-at-queries',
      'Only queries.ts files know the shapes that Payload stores; they reshape them once into the domain’s.',
      { path: '^src/site/', pathNot: '/(queries|rows)\\.ts$' },
      { path: GENERATED_TYPES },
    ),
    forbid(
      'server-knows-bytes-alone',
      'The server knows HTTP, Postgres and bytes, and the rules of the house; not articles, Payload, React or Next. Pass in what it needs.',
      { path: '^src/server/' },
      {
        pathNot: ['^src/(server|domain)/', GROUND, 'node_modules/(@types/)?(pg|lru-cache)/'],
        dependencyTypesNot: ['core'],
      },
    ),
    forbid(
      'only-cli-starts-the-server',
      'The site is right without the server of stored pages. Only the command line starts it; jobs report to its health.',
      { path: '^src/', pathNot: '^src/(cli|jobs|server)/' },
      { path: '^src/server/' },
    ),
    forbid(
      'jobs-never-import-cli',
      'A job gives work to the editors’ room, again and again, and reports to the health of the server. What it shares with the commands is a ground file.',
      { path: '^src/jobs/' },
      {
        pathNot: ['^src/(cms|domain|jobs)/', '^src/server/health', GROUND, 'node_modules/pg/'],
        dependencyTypesNot: ['core'],
      },
    ),
    forbid(
      'only-cli-runs-jobs',
      'The command that serves the site starts the jobs, and nothing waits for one of them.',
      { path: '^src/', pathNot: '^src/(cli|jobs)/' },
      { path: '^src/jobs/' },
    ),
    forbid(
      'nothing-imports-routes',
      'Files under src/app are leaves: they only point addresses at rooms. Move what others need into its room.',
      { pathNot: '^(src/app|tests)/' },
      { path: '^src/app/' },
    ),
    forbid(
      'nothing-imports-cli',
      'The command line is a way in. What a room needs from a command belongs to the domain or to a ground file.',
      { pathNot: '^(src/cli|tests|tools)/' },
      { path: '^src/cli/' },
    ),
    forbid(
      'nothing-imports-tools',
      'Tools are for developers of this project, and an image does without them. What a room needs from one belongs to the domain or to a ground file.',
      { pathNot: '^(tools|tests)/' },
      { path: '^tools/' },
    ),
    forbid(
      'ground-knows-no-room',
      'Files directly in src, those in src/database, and the storage of images, are what every room stands on, so they stand on none.',
      // The generated types name shapes of the domain where a field holds one.
      { path: GROUND, pathNot: GENERATED_TYPES },
      { path: ROOMS, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'ground-knows-no-room',
      'src/database/openPayload.ts alone opens Payload, for processes without Next.',
      { path: GROUND, pathNot: [GENERATED_TYPES, '^src/database/openPayload\\.ts$'] },
      { path: PAYLOAD, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'only-cli-and-jobs-open-payload',
      'Within Payload and within Next it is open already: pass it in, or ask it through src/site/payload.ts.',
      { path: '^src/', pathNot: '^src/(cli|jobs)/' },
      { path: '^src/database/openPayload\\.ts$' },
    ),
    forbid(
      'no-circular',
      'Two files that need one another are one file, or need a third.',
      {},
      { circular: true },
    ),
    forbid('no-unresolvable', 'This import leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'no-development-tools',
      'An installation without development packages would break here: move the package to "dependencies".',
      { path: '^(src|migrations)/|^(payload|next)\\.config\\.' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Sees imports of types too: a room that knows another's types knows that room.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.next/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
