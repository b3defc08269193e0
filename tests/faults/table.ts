// The faults, all of them.
import { CONNECTION_FAULTS } from './connectionFaults'
import { PROCESS_FAULTS } from './processFaults'
import { SERVER_FAULTS } from './serverFaults'
import { STORAGE_FAULTS } from './storageFaults'
import type { Fault } from './fault'

export const FAULTS: readonly Fault[] = [
  ...SERVER_FAULTS,
  ...CONNECTION_FAULTS,
  ...PROCESS_FAULTS,
  ...STORAGE_FAULTS,
]
