// Faults of what is stored: rows that are not what was written, a disk without room.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { Desk, Reply } from './desk'
import { Skipped, type Complaint, type Fault } from './fault'
import type { World } from './world'

/** One statement for each way in which a row may be damaged. */
const DAMAGES = [
  `plain = set_byte(plain, length(plain) / 2, get_byte(plain, length(plain) / 2) # 1)`,
  `plain = substring(plain for length(plain) / 2)`,
  `gzip = set_byte(gzip, length(gzip) / 2, get_byte(gzip, length(gzip) / 2) # 1)`,
  `gzip = substring(gzip for length(gzip) / 2)`,
  `br = set_byte(br, length(br) / 2, get_byte(br, length(br) / 2) # 1)`,
  `br = substring(br for length(br) / 2)`,
  `br = null`,
  `status = 410`,
  `etag = reverse(etag)`,
  `facts = facts[1:1]`,
  `revision = revision + 1`,
  `headers = '[["Content-Type", "text/plain"]]'`,
]

const ENCODINGS = ['br', 'gzip', 'identity']

const asked = (url: string) =>
  Promise.all(
    ENCODINGS.map(async (encoding) => {
      const answer = await fetch(url, { headers: { 'Accept-Encoding': encoding } })
      return [answer.status, answer.headers.get('content-type'), await answer.text()].join('\n')
    }),
  )

async function damagedRow({ server, near, article, random }: World): Promise<Complaint[]> {
  const url = near.url + article.path
  const whole = await asked(url)
  const damage = DAMAGES[Math.floor(random() * DAMAGES.length)] ?? ''
  await near.kill()
  await server.query(`update stored_pages set ${damage} where address = $1`, [article.path])
  await near.start()
  const now = await asked(url)
  return now.every((text, at) => text === whole[at]) ? [] : [`${damage} was served`]
}

const picture = () =>
  sharp({
    create: {
      width: 1800,
      height: 1200,
      channels: 3,
      background: '#0a5c57',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer()

async function upload(desk: Desk, data: Buffer, id?: number): Promise<Reply> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'A picture' }))
  form.set('file', new Blob([new Uint8Array(data)], { type: 'image/jpeg' }), 'picture.jpg')
  return id === undefined
    ? desk.ask('POST', '/media', form)
    : desk.ask('PATCH', `/media/${id}`, form)
}

/** A small file system over the folder: only root may, and not in every container. */
function mountSmall(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const mount = (...args: string[]) => spawnSync('mount', args, { stdio: 'ignore' }).status
  if (mount('-t', 'tmpfs', '-o', 'size=400k,mode=0755', 'tmpfs', folder) !== 0)
    throw new Skipped('a small disk needs root and mount')
  return () => void spawnSync('umount', ['--lazy', folder], { stdio: 'ignore' })
}

async function fullDisk({ dataDir, desks: [desk] }: World): Promise<Complaint[]> {
  const folder = path.join(dataDir, 'media')
  const [large, small] = [
    await picture(),
    await sharp(await picture())
      .resize(200)
      .toBuffer(),
  ]
  const unmount = mountSmall(folder)
  try {
    const kept = await upload(desk, small)
    const id = kept.body.doc?.id
    const before = readdirSync(folder).sort()
    const count = async () => Number((await desk.must('GET', '/media/count')).body.totalDocs)
    const rows = await count()
    const created = await upload(desk, large)
    const replaced = await upload(desk, large, id)
    const after = readdirSync(folder).sort()
    const said = JSON.stringify(created.body)
    return [
      ...(kept.status === 201 ? [] : [`a small picture was refused: ${kept.status}`]),
      ...(created.status >= 400 ? [] : [`an upload without room: ${created.status}`]),
      ...(/room|space|not be stored/i.test(said) ? [] : [`the refusal does not say why: ${said}`]),
      ...(replaced.status >= 400 ? [] : [`a replacement without room: ${replaced.status}`]),
      ...((await count()) === rows ? [] : ['there is a row without a file']),
      ...(before.join() === after.join() ? [] : [`files: ${before.join()} became ${after.join()}`]),
    ]
  } finally {
    unmount()
  }
}

export const STORAGE_FAULTS: Fault[] = [
  { name: 'a stored row damaged', inject: damagedRow },
  { name: 'disk full for uploads', inject: fullDisk },
]
