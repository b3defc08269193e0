// The rules of .dependency-cruiser.cjs, each seen to fire: a small project that breaks every one of them.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ALLOWED: Record<string, string> = {
  'payload.config.ts': `import './src/cms/editor'\nimport 'payload'`,
  'src/env.ts': `import 'node:path'`,
  'src/storage/index.ts': `import type { Rule } from '@/domain/rule'\nimport '@/env'\nimport './folder'\nexport type Name = Rule['name']`,
  'src/storage/folder.ts': `import 'node:fs'`,
  'src/payload-types.ts': `export interface Row { id: number }`,
  'src/domain/rule.ts': `export interface Rule { name: string }`,
  'src/domain/jsonLd/page.ts': `import type { WebPage } from 'schema-dts'\nexport type Page = WebPage`,
  'src/cms/editor.ts': `import 'node:path'\nimport 'payload'\nimport '@/env'\nimport '@/storage'\nimport '@/domain/rule'`,
  'src/cms/mail.ts': `import 'nodemailer'\nimport 'diff'`,
  'src/cms/notices/notify.ts': `import '../workflow/listeners'`,
  'src/cms/workflow/listeners.ts': `import '../mail'`,
  'src/cms/admin/Panel.tsx': `import 'react'\nimport '@payloadcms/ui'\nimport 'next/navigation'`,
  'src/site/data/readerClient.ts': `import config from '@payload-config'\nimport 'payload'\nexport { config }`,
  'src/site/queries.ts': `import type { Row } from '@/payload-types'\nimport type { Where } from 'payload'\nimport './data/readerClient'`,
  'src/site/Page.tsx': `import 'react'\nimport '@/domain/rule'`,
  'src/site/layout/Frame.tsx': `import 'react'\nimport '@/site/data/readerClient'`,
  'src/server/server.ts': `import 'node:http'\nimport 'pg'\nimport '@/domain/rule'`,
  'src/app/route.ts': `import '@/site/queries'\nimport '@payload-config'`,
  'src/database/openPayload.ts': `import 'payload'\nimport '../../payload.config'`,
  'src/server/health.ts': `import 'node:http'`,
  'src/jobs/mail.ts': `import 'pg'\nimport '@/cms/mail'\nimport '@/server/health'\nimport '@/database/openPayload'`,
  'src/cli/start.ts': `import '@/server/server'\nimport '@/jobs/mail'\nimport '@/database/openPayload'\nimport '@/site/queries'\nimport '@payload-config'\nimport '../env'`,
  'tools/check.ts': `import 'vitest'\nimport '@/cli/start'`,
  'tests/route.spec.ts': `import '@/app/route'\nimport '@/cli/start'\nimport '../tools/check'`,
}

/** One planted fault each: which rule must name the file, and the forbidden import. */
const FAULTS: [rule: string, file: string, text: string][] = [
  ['domain-is-pure', 'src/domain/types.ts', `import type { Row } from '@/payload-types'`],
  ['domain-is-pure', 'src/domain/node.ts', `import 'node:fs'`],
  ['domain-is-pure', 'src/domain/react.ts', `import 'react'`],
  ['domain-is-pure', 'src/domain/settings.ts', `import '../env'`],
  ['domain-is-pure', 'src/domain/site.ts', `import '@/site/Page'`],
  ['domain-is-pure-vocabulary', 'src/domain/words.ts', `import type { WebPage } from 'schema-dts'`],
  [
    'domain-is-pure-vocabulary',
    'src/domain/jsonLd/words.ts',
    `import { WebPage } from 'schema-dts'`,
  ],
  ['cms-never-imports-site', 'src/cms/page.ts', `import '@/site/Page'`],
  ['cms-knows-payload-alone', 'src/cms/cache.ts', `import 'next/cache'`],
  ['cms-knows-payload-alone', 'src/cms/config.ts', `import '@payload-config'`],
  ['cms-knows-payload-alone', 'src/cms/admin/Database.tsx', `import 'pg'`],
  ['wording-knows-no-other-room', 'src/cms/wording/issues.ts', `import '../editor'`],
  ['workflow-knows-no-listener', 'src/cms/workflow/perform.ts', `import '../notices/notify'`],
  ['only-screens-know-screens', 'src/cms/sentence.ts', `import './admin/Panel'`],
  ['site-never-imports-cms', 'src/site/editor.ts', `import '@/cms/editor'`],
  ['one-door-to-payload', 'src/site/find.ts', `import { getPayload } from 'payload'`],
  ['one-door-to-payload', 'src/site/config.ts', `import '@payload-config'`],
  ['one-door-to-payload', 'src/site/queries2/queries.ts', `import '@payloadcms/ui'`],
  ['site-stands-in-layers', 'src/site/data/frame.ts', `import '@/site/layout/Frame'`],
  ['site-stands-in-layers', 'src/site/addresses/unlisted.ts', `import '@/site/queries2/queries'`],
  [
    'stored-shapes-end-at-queries',
    'src/site/List.tsx',
    `import type { Row } from '@/payload-types'`,
  ],
  ['server-knows-bytes-alone', 'src/server/payload.ts', `import 'payload'`],
  ['server-knows-bytes-alone', 'src/server/page.ts', `import '@/site/Page'`],
  ['only-cli-starts-the-server', 'src/site/server.ts', `import '@/server/server'`],
  ['jobs-never-import-cli', 'src/jobs/stop.ts', `import '@/cli/start'`],
  ['jobs-never-import-cli', 'src/jobs/page.ts', `import '@/site/Page'`],
  ['jobs-never-import-cli', 'src/jobs/pages.ts', `import '@/server/server'`],
  ['only-cli-runs-jobs', 'src/cms/job.ts', `import '@/jobs/mail'`],
  ['nothing-imports-routes', 'src/site/route.ts', `import '@/app/route'`],
  ['nothing-imports-routes', 'src/cli/route.ts', `import '../app/route'`],
  ['nothing-imports-cli', 'src/app/start.ts', `import '@/cli/start'`],
  ['nothing-imports-cli', 'src/site/start.ts', `import '@/cli/start'`],
  ['nothing-imports-tools', 'src/cli/tool.ts', `import '../../tools/check'`],
  ['ground-knows-no-room', 'src/ground.ts', `import './domain/rule'`],
  ['ground-knows-no-room', 'src/database.ts', `import '@payload-config'`],
  ['ground-knows-no-room', 'src/storage/room.ts', `import '@/site/Page'`],
  ['only-cli-and-jobs-open-payload', 'src/site/open.ts', `import '@/database/openPayload'`],
  ['no-circular', 'src/site/snake.ts', `import './snake'`],
  ['no-unresolvable', 'src/site/nowhere.ts', `import './nobody'`],
  ['no-development-tools', 'src/site/tool.ts', `import 'vitest'`],
]

interface Violation {
  rule: { name: string }
  from: string
}

describe('the boundaries between the rooms', () => {
  const project = mkdtempSync(path.join(tmpdir(), 'backstory-boundaries-'))
  let found: string[] = []

  beforeAll(() => {
    for (const file of ['package.json', 'tsconfig.json']) cpSync(file, path.join(project, file))
    symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'))
    const faults = FAULTS.map(([, file, text]) => [file, text] as const)
    for (const [file, text] of [...Object.entries(ALLOWED), ...faults]) {
      mkdirSync(path.dirname(path.join(project, file)), { recursive: true })
      writeFileSync(path.join(project, file), `${text}\n`)
    }
    const { stdout } = spawnSync(
      process.execPath,
      [
        path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        path.resolve('.dependency-cruiser.cjs'),
        '--output-type',
        'json',
        'src',
        'tests',
        'tools',
        'payload.config.ts',
      ],
      { cwd: project, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    )
    const { summary }: { summary: { violations: Violation[] } } = JSON.parse(stdout)
    found = summary.violations.map(({ rule, from }) => `${from}: ${rule.name}`)
  }, 60_000)

  afterAll(() => rmSync(project, { recursive: true }))

  it.each(FAULTS)('%s names %s', (rule, file) => {
    expect(found).toContain(`${file}: ${rule}`)
  })

  it('has a planted fault for every rule', () => {
    const { forbidden } = createRequire(import.meta.url)(path.resolve('.dependency-cruiser.cjs'))
    const names = (forbidden as { name: string }[]).map(({ name }) => name)
    expect(new Set(FAULTS.map(([rule]) => rule))).toEqual(new Set(names))
  })

  it('lets every allowed import pass', () => {
    const innocent = found.filter((violation) => violation.replace(/: .*/, '') in ALLOWED)
    expect(innocent).toEqual([])
  })
})
