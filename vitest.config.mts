// The tests: unit (nothing but code), integration (a real Postgres), browser (a real Chromium on the built site).
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { NODE_FLAGS } from './tests/setup/nodeFlags.ts'

export default defineConfig({
  resolve: {
    alias: {
      '@payload-config': path.resolve('payload.config.ts'),
      '@': path.resolve('src'),
    },
  },
  test: {
    // What a module was turned into is kept from run to run, under node_modules.
    experimental: { fsModuleCache: true },
    execArgv: NODE_FLAGS,
    reporters: ['default', './tests/setup/lastLine.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.spec.{ts,tsx}', 'tests/architecture.spec.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.spec.{ts,tsx}'],
          globalSetup: 'tests/setup/postgres.ts',
          setupFiles: 'tests/setup/ownDatabase.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.spec.{ts,tsx}'],
          globalSetup: 'tests/setup/prepareBrowserTests.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
