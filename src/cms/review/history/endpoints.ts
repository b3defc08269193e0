// Serves the history over HTTP: what happened to a document, and how one of its versions became another.
import type { Endpoint, PayloadRequest } from 'payload'
import { answerJson } from '@/cms/access/requests/answerJson'
import { Refused } from '@/cms/records/refusal'
import { MAX_ID } from '@/domain/values/rowId'
import type { Kind } from '@/domain/workflow/subject'
import { readDifferences, readHistory } from './readHistory'
import type { Which } from './versions'

const [USUAL, MOST] = [20, 100]

/** @throws Refused 422 when it is there and no whole number from 1 to `most` */
function whole(req: PayloadRequest, name: string, most: number): number | undefined {
  const given = req.searchParams.get(name)
  if (given === null) return undefined
  const number = /^\d{1,10}$/.test(given) ? Number(given) : 0
  if (number < 1 || number > most) throw new Refused(422, [{ code: 'requestInvalid', field: name }])
  return number
}

function which(req: PayloadRequest, name: string): Which {
  const given = req.searchParams.get(name)
  if (given === 'working' || given === 'live') return given
  const id = whole(req, name, MAX_ID)
  if (id === undefined) throw new Refused(422, [{ code: 'requestInvalid', field: name }])
  return id
}

/** The endpoints of one collection. */
export const historyEndpoints = (kind: Kind): Omit<Endpoint, 'root'>[] => [
  {
    path: '/:id/history',
    method: 'get',
    handler: answerJson((req, _, id) => {
      const [limit, page] = [whole(req, 'limit', MOST), whole(req, 'page', MAX_ID)]
      return readHistory(kind, id, { limit: limit ?? USUAL, page: page ?? 1 }, req)
    }),
  },
  {
    path: '/:id/differences',
    method: 'get',
    handler: answerJson((req, _, id) => {
      const [from, to] = [which(req, 'from'), which(req, 'to')]
      return readDifferences(kind, id, { from, to }, req)
    }),
  },
]
