// Payload for integration tests, on the test file's own database; the site's door gets the same one.
import config from '@payload-config'
import { getPayload, type Payload } from 'payload'

/** Nothing needs closing: the file's process ends with the file, the database with the run. */
export const openTestPayload = (): Promise<Payload> => getPayload({ config })
