// Next: only what it must know. Headers for readers are set with their pages.
import { withPayload } from '@payloadcms/next/withPayload'

const config = withPayload({
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: {
    // A process that only gives pages does without the panel's code; who asks for it first waits for it.
    preloadEntriesOnStart: false,
    // For a build by webpack, which is what a machine with little memory can do (src/cli/build.ts).
    webpackMemoryOptimizations: true,
    webpackBuildWorker: true,
    cpus: 1,
  },
  // Next's image optimiser would keep copies of images, and go on giving them after they were withdrawn.
  images: { unoptimized: true },
  // Bundled, each route would have a copy of its own, and an error of one is none of the others' (`instanceof`).
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-postgres',
    '@payloadcms/drizzle',
    'nodemailer',
    'rate-limiter-flexible',
  ],
  // npm run check does it, with the tests.
  typescript: { ignoreBuildErrors: true },
})
const payloadHeaders = config.headers

/** Payload asks every visitor for a colour-scheme hint; only the panel needs it. */
config.headers = async () =>
  (await payloadHeaders()).map((rule) =>
    rule.source === '/:path*' ? { ...rule, source: '/admin/:path*' } : rule,
  )

export default config
