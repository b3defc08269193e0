// Fills a running site, so that no page is bare: pictures, people, reviews, corrections, long lists, withdrawn articles.
// Prints the addresses of the two private pages as one line of JSON.
import type { Payload } from 'payload'
import { previewUrl } from '@/cms/addresses/preview'
import { openDatabase } from '@/cli/database/openDatabase'
import { openPayload } from '@/database/openPayload'
import { reviewPath } from '@/domain/addresses/paths'
import { reviewToken } from '@/reviewToken'
import { account, rowOf } from '../workflow'
import { addNotes, change, enrich, find, withdraw } from './articles'
import { landscape } from './drawings'
import { addEveryBlock } from './everyBlock'
import type { Filled } from './pages'
import { addPolicy, addQuestion, describePeople, describeTerms, picture } from './surroundings'

const LIFT = '/how-to-lift-a-heavy-box-with-less-strain'
const DESK = '/how-to-set-up-a-desk-your-neck-will-forgive'
const WARM_UP = '/a-ten-minute-warm-up-for-people-who-skip-warm-ups'

async function fillSite(payload: Payload): Promise<Filled> {
  const editor = await account(payload, 'admin')
  const pictures = [0, 1, 2].map((kind) => picture(payload, `hills-${kind}`, landscape(kind)))
  const [first, second, third] = await Promise.all(pictures)
  const people = await describePeople(payload)
  await describeTerms(payload)
  await addNotes(payload, people[0] ?? 0, [second ?? 0, third ?? 0])
  await addQuestion(payload, people[2] ?? 0)
  await enrich(payload, LIFT, first ?? 0, second ?? 0, people[2] ?? 0)
  for (const [path, heroImage] of [
    [DESK, second],
    [WARM_UP, third],
  ] as const)
    await change(payload, path, () => ({ heroImage }))
  await addEveryBlock(payload, {
    article: (await find(payload, LIFT)).id,
    author: people[0] ?? 0,
    images: [second ?? 0, third ?? 0],
  })
  await addPolicy(payload, third ?? 0, (await find(payload, LIFT)).id)
  await withdraw(payload, editor)
  return privatePages(payload)
}

async function privatePages(payload: Payload): Promise<Filled> {
  const { id } = await find(payload, DESK)
  const expiresAt = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString()
  const { version } = await rowOf(payload, id)
  const link = await payload.create({
    collection: 'review-links',
    data: { kind: 'articles', document: id, version, expiresAt, label: 'A colleague' } as never,
  })
  return { preview: previewUrl(id) ?? '', review: reviewPath(reviewToken(link)) }
}

async function main(): Promise<void> {
  await openDatabase()
  console.log(JSON.stringify(await fillSite(await openPayload())))
}

main().then(
  () => process.exit(),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
