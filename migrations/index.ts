import * as migration_20261122_160000_initial from './20261122_160000_initial'
import * as migration_20261122_160001_constraints from './20261122_160001_constraints'
import * as migration_20261122_170000_workflow from './20261122_170000_workflow'
import * as migration_20261122_170001_workflow_record from './20261122_170001_workflow_record'
import * as migration_20261122_172800_authors_of_versions from './20261122_172800_authors_of_versions'
import * as migration_20261122_183945_desks_and_pages from './20261122_183945_desks_and_pages'
import * as migration_20261122_185000_site_revision from './20261122_185000_site_revision'
import * as migration_20261122_190500_doors from './20261122_190500_doors'

export const migrations = [
  {
    up: migration_20261122_160000_initial.up,
    down: migration_20261122_160000_initial.down,
    name: '20261122_160000_initial',
  },
  {
    up: migration_20261122_160001_constraints.up,
    down: migration_20261122_160001_constraints.down,
    name: '20261122_160001_constraints',
  },
  {
    up: migration_20261122_170000_workflow.up,
    down: migration_20261122_170000_workflow.down,
    name: '20261122_170000_workflow',
  },
  {
    up: migration_20261122_170001_workflow_record.up,
    down: migration_20261122_170001_workflow_record.down,
    name: '20261122_170001_workflow_record',
  },
  {
    up: migration_20261122_172800_authors_of_versions.up,
    down: migration_20261122_172800_authors_of_versions.down,
    name: '20261122_172800_authors_of_versions',
  },
  {
    up: migration_20261122_183945_desks_and_pages.up,
    down: migration_20261122_183945_desks_and_pages.down,
    name: '20261122_183945_desks_and_pages',
  },
  {
    up: migration_20261122_185000_site_revision.up,
    down: migration_20261122_185000_site_revision.down,
    name: '20261122_185000_site_revision',
  },
  {
    up: migration_20261122_190500_doors.up,
    down: migration_20261122_190500_doors.down,
    name: '20261122_190500_doors',
  },
]
