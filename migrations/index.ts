import * as migration_20261122_160000_initial from './20261122_160000_initial'
import * as migration_20261122_160001_constraints from './20261122_160001_constraints'

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
]
