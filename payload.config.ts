// Puts the site together for Payload: collections, globals, the database, the panel, and what is switched off.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { notFoundEndpoint } from './src/cms/accounts/endpoints'
import { forgetDisabledAccounts } from './src/cms/accounts/sessions'
import { requireSignIn, ignoreSentLocks } from './src/cms/accounts/strangers'
import { Articles } from './src/cms/collections/articles/Articles'
import { AuditEvents } from './src/cms/collections/accounts/AuditEvents'
import { Authors } from './src/cms/collections/terms/Authors'
import { Categories } from './src/cms/collections/terms/Categories'
import { Comments } from './src/cms/collections/review/Comments'
import { FaqHomes } from './src/cms/collections/articles/FaqHomes'
import { FaqItems } from './src/cms/collections/articles/FaqItems'
import { Imports } from './src/cms/collections/Imports'
import { Media } from './src/cms/collections/Media'
import { MissedAddresses } from './src/cms/collections/addresses/MissedAddresses'
import { MissedSearches } from './src/cms/collections/addresses/MissedSearches'
import { Notices } from './src/cms/collections/review/Notices'
import { Pages } from './src/cms/collections/Pages'
import { ReadAlsoLinks } from './src/cms/collections/articles/ReadAlsoLinks'
import { Redirects } from './src/cms/collections/addresses/Redirects'
import { ReviewLinks } from './src/cms/collections/review/ReviewLinks'
import { Topics } from './src/cms/collections/terms/Topics'
import { Users } from './src/cms/collections/accounts/Users'
import { WorkflowEvents } from './src/cms/collections/review/WorkflowEvents'
import { Workflows } from './src/cms/collections/review/Workflows'
import { LARGEST_REQUEST } from './src/cms/access/requests/requestGuard'
import { articleEditor } from './src/cms/fields/editor'
import { emailAdapter } from './src/cms/notices/email'
import { Navigation } from './src/cms/collections/globals/Navigation'
import { SiteSettings } from './src/cms/collections/globals/SiteSettings'
import { clearErrors } from './src/cms/access/requests/clearErrors'
import { logger } from './src/cms/access/requests/log'
import { makePicturesFirst } from './src/cms/media/prepareUpload'
import { endSilent, freeSoon, poolOf } from './src/cms/database/pool'
import { trustedOrigins } from './src/cms/access/requests/trustedOrigins'
import { plugins } from './src/cms/plugins'
import { REFUSED } from './src/cms/records/refusal'
import { settings } from './src/env'

const here = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  secret: settings().payloadSecret,
  collections: [
    Articles,
    FaqItems,
    ReadAlsoLinks,
    Media,
    Categories,
    Topics,
    Authors,
    Pages,
    Redirects,
    MissedAddresses,
    MissedSearches,
    FaqHomes,
    Imports,
    Workflows,
    WorkflowEvents,
    Comments,
    ReviewLinks,
    Notices,
    Users,
    AuditEvents,
  ],
  globals: [SiteSettings, Navigation],
  plugins,
  editor: articleEditor,
  db: postgresAdapter({
    pool: {
      connectionString: settings().databaseUrl,
      max: 10,
      connectionTimeoutMillis: 5000,
      // A server that goes away ends connections with an error event; unheard, it would end the process. The caller of a
      // query is told, and the page server says when the database is away.
      onConnect: (client) => {
        client.on('error', () => undefined)
        endSilent(client)
        return freeSoon(client)
      },
    },
    migrationDir: path.join(here, 'migrations'),
    push: false,
  }),
  email: emailAdapter,
  admin: {
    user: Users.slug,
    avatar: 'default',
    importMap: { baseDir: path.join(here, 'src') },
    meta: {
      titleSuffix: ' | Backstory',
      defaultOGImageType: 'off',
      description: 'The admin panel of Backstory.',
      openGraph: { siteName: 'Backstory', description: 'The admin panel of Backstory.' },
    },
    components: {
      actions: ['/cms/admin/notices/Bell'],
      beforeDashboard: ['/cms/admin/dashboard/Dashboard'],
      views: { createFirstUser: { Component: '/cms/admin/account/FirstUser' } },
    },
  },
  csrf: trustedOrigins(settings().siteUrl),
  cors: [],
  graphQL: { disable: true },
  upload: { limits: { fileSize: LARGEST_REQUEST }, requestSizeLimit: LARGEST_REQUEST },
  maxDepth: 3,
  // Payload draws pictures for whoever asks.
  endpoints: [{ path: '/og', method: 'get', handler: notFoundEndpoint }],
  hooks: { afterError: [clearErrors] },
  telemetry: false,
  logger,
  // A wrong password has a line of its own (accounts/signIn.ts).
  loggingLevels: { [REFUSED]: 'info', AuthenticationError: false } as object,
  onInit: (payload) => {
    forgetDisabledAccounts(payload)
    makePicturesFirst(payload)
    requireSignIn(payload)
    ignoreSentLocks(payload)
    // The same of connections that nobody uses.
    poolOf(payload.db).on('error', () => undefined)
  },
  typescript: { outputFile: path.join(here, 'src/payload-types.ts'), autoGenerate: false },
  sharp,
})
