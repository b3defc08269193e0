// What a writer may not see cannot be found out by naming it: every field that names a row answers about what lies in somebody
// else's trash as about what never was.
import type { CollectionConfig, Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { inputIssues } from '@/cms/fields/input/guardInput'
import { KINDS } from '@/cms/records/rows'
import { COLLECTIONS } from '@/domain/workflow/policy'
import type { Id, Kind } from '@/domain/workflow/subject'
import { paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import { createDraft, TITLE, withItems } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import type { Answer } from '../../setup/http'
import { CHANGES, createRowIn, dataOf, type Slug } from '../../setup/rows'
import { account, as } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()
const stranger = await account(payload, 'writer')

const SECRET = 'Zebrafish'
const NEVER = 999_999

// Ids that are no other number of any answer.
for (const table of ['articles', 'faq_items', 'read_also_links'])
  await poolOf(payload.db).query(`alter sequence ${table}_id_seq restart with 700001`)

async function throwAway(kind: Kind): Promise<Id> {
  const id = await createDraft(payload, kind, stranger, { [TITLE[kind]]: `${SECRET}?` })
  await payload.update({
    collection: kind,
    id,
    trash: true,
    ...as(stranger),
    data: { deletedAt: new Date().toISOString(), workflowVersion: 1 } as never,
  })
  return id
}

const hidden = {} as Record<Kind, Id>
for (const kind of KINDS) hidden[kind] = await throwAway(kind)

interface NamingField {
  path: string
  to: string
  many: boolean
}

/** Every relationship of a collection, by the path at which a request names it. */
function namingFields({ fields }: CollectionConfig): NamingField[] {
  const found: NamingField[] = []
  const open = (all: Field[]): object =>
    Object.fromEntries(
      all.flatMap((field): [string, unknown][] => {
        if (field.type === 'tabs')
          return field.tabs.flatMap((tab) => Object.entries(open(tab.fields)))
        if (!('name' in field)) return 'fields' in field ? Object.entries(open(field.fields)) : []
        return [[field.name, field.type === 'group' ? open(field.fields) : 1]]
      }),
    )
  inputIssues(fields, open(fields) as Record<string, unknown>, (field) => {
    if (field.type === 'relationship' || field.type === 'upload')
      for (const to of [field.relationTo].flat())
        found.push({ path: field.name, to, many: field.hasMany === true })
    return undefined
  })
  return found
}

const SLUGS = COLLECTIONS.filter((name): name is Slug => !/^(site-settings|navigation)$/.test(name))
const NAMING = SLUGS.flatMap((slug) =>
  namingFields(payload.collections[slug].config as never)
    .filter(({ to }) => to in hidden)
    .map((field) => ({ slug, ...field })),
)

/** Without what differs from one row to the next anyway. */
const said = ({ body, status }: Answer, ...ids: Id[]): string =>
  ids.reduce(
    (text, id) => (id > 700_000 ? text.replaceAll(String(id), 'ID') : text),
    JSON.stringify({ status, body })
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replaceAll(
        /"(id|title|titleKey|path|question|questionKey|anchor|url)":"?[^",}]*"?/g,
        (all) => (all.includes(SECRET.toLowerCase()) || all.includes(SECRET) ? all : ''),
      ),
  )

it('the fields that name rows are found', () => {
  expect(NAMING.map(({ slug, path }) => `${slug}.${path}`)).toEqual(
    expect.arrayContaining([
      'read-also-links.article',
      'articles.faqItems',
      'articles.readAlsoLinks',
      'articles.linkedArticles',
      'redirects.article',
      'faq-homes.item',
      'imports.article',
    ]),
  )
})

describe.each(['writer', 'reviewer'] as const)('a %s', (who) => {
  const call = calls[who]

  it.each(NAMING)('learns nothing from $path of $slug', async ({ slug, path, to, many }) => {
    const there = hidden[to as Kind]
    const doors: ((value: unknown) => Promise<{ answer: Answer; own?: Id }>)[] = [
      async (value) => ({
        answer: await call('POST', `/${slug}?draft=true`, {
          ...dataOf(slug),
          ...(slug === 'read-also-links' && { kind: 'internal', title: '' }),
          [path]: value,
        }),
      }),
      async (value) => {
        const own = await createRowIn(payload, slug, users[who])
        const answer = await call('PATCH', `/${slug}/${own}?draft=true`, { [path]: value })
        return { answer, own }
      },
      async (value) => {
        const own = await createRowIn(payload, slug, users[who])
        const data = { ...CHANGES[slug](), [path]: value }
        const answer = await call('PATCH', `/${slug}?where[id][equals]=${own}&draft=true`, data)
        return { answer, own }
      },
    ]
    const forms = [(id: Id) => id, (id: Id) => String(id), (id: Id) => ({ id })]
    for (const [at, door] of doors.entries())
      for (const form of forms) {
        const name = (id: Id) => (many ? [form(id)] : form(id))
        const [about, never] = [await door(name(there)), await door(name(NEVER))]
        const ids = [about, never].map(({ answer, own }) => own ?? answer.body.doc?.id ?? 0)
        expect(said(about.answer, there, ids[0]!), `door ${at}`).toBe(
          said(never.answer, NEVER, ids[1]!),
        )
        expect(JSON.stringify(about)).not.toContain(SECRET)
      }
  })

  it('learns nothing by a text', async () => {
    const link = (id: Id) => ({
      type: 'link',
      version: 3,
      fields: { linkType: 'internal', doc: { relationTo: 'articles', value: id } },
      children: [{ type: 'text', text: 'there', version: 1 }],
    })
    const texts: [Kind, (id: Id) => object][] = [
      ['faq-items', (id) => withItems(id)],
      ['read-also-links', (id) => richText(paragraph('Text.'), readAlsoBlock(id))],
      ['articles', (id) => richText({ ...paragraph('Text.'), children: [link(id)] } as never)],
    ]
    for (const [kind, text] of texts) {
      const own = await createDraft(payload, 'articles', users[who])
      const looks = async (id: Id) => {
        const saved = await call('PATCH', `/articles/${own}?draft=true`, { body: text(id) })
        const read = await call('GET', `/articles/${own}?draft=true&depth=2`)
        const overview = await call('GET', `/articles/${own}/workflow`)
        const versions = await call(
          'GET',
          `/articles/versions?where[parent][equals]=${own}&depth=2`,
        )
        const newest = { status: 200, body: versions.body.docs?.[0] as never }
        return [saved, read, overview, newest].map((answer) =>
          // Each save is a version of its own.
          said(answer, id, own).replaceAll(/"((workflowV|v)ersion":\d+|revision":"\w+")/g, ''),
        )
      }
      const [about, never] = [await looks(hidden[kind]), await looks(NEVER)]
      expect(about, kind).toEqual(never)
      expect(about.join(''), kind).not.toContain(SECRET)
    }
  })
})

describe('what a document names already', () => {
  it('it may go on naming when that has gone into somebody else’s trash, and an old version comes back', async () => {
    const target = await createDraft(payload, 'articles', stranger, { title: 'Seen before' })
    const item = await createDraft(payload, 'faq-items', stranger)
    const link = await createDraft(payload, 'read-also-links', users.writer, {
      kind: 'internal',
      article: target,
      title: '',
    })
    const article = await createDraft(payload, 'articles', users.writer, { body: withItems(item) })
    const { docs } = await payload.findVersions({
      collection: 'read-also-links',
      where: { parent: { equals: link } },
    })
    for (const [collection, id] of [
      ['articles', target],
      ['faq-items', item],
    ] as const)
      await payload.update({
        collection,
        id,
        trash: true,
        ...as(stranger),
        data: { deletedAt: new Date().toISOString(), workflowVersion: 1 } as never,
      })
    const again = await calls.writer('PATCH', `/read-also-links/${link}?draft=true`, {
      kind: 'internal',
      article: target,
    })
    expect(again).toMatchObject({ status: 200, body: { doc: { title: 'Seen before' } } })
    await calls.writer('PATCH', `/read-also-links/${link}?draft=true`, {
      kind: 'external',
      article: null,
      title: 'Elsewhere',
      url: 'https://example.org/',
    })
    const back = await calls.writer('POST', `/read-also-links/versions/${docs[0]!.id}?draft=true`)
    expect(back.status).toBe(200)
    await calls.writer('PATCH', `/articles/${article}?draft=true`, { body: withItems(item) })
    const kept = await payload.findByID({
      collection: 'articles',
      id: article,
      draft: true,
      depth: 0,
    })
    expect(kept.faqItems).toEqual([item])
  })
})
