// Addresses in a source that may not be linked: refused with file and line, or words that lead nowhere.
import { describe, expect, it } from 'vitest'
import { findAll, readHtml, readElementText } from '../../../tools/siteChecker/page/html'
import { importOne } from '@/cli/import'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { findArticle } from '@/site/articles/queries'
import { findSite } from '@/site/settings/queries'
import { openTestPayload } from '../../setup/payload'
import { publishByForce } from '../../setup/workflow'

const payload = await openTestPayload()
const publish = { publish: true }
const PARAGRAPH = 'A first paragraph that says in one sentence what the article is about.'

const source = (name: string, text: string) => ({ name, file: `/sources/${name}`, text })
const article = (title: string, body: string) => `# ${title}\n\n${body}\n`

async function readPage(path: string) {
  const found = (await findArticle(path))!
  const site = await findSite()
  return readHtml(await renderArticlePage({ site, stylesheet: '/assets/site.css', article: found }))
}

describe('an address that is not http, https', () => {
  const UNSAFE = ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd']
  const lines = (...last: string[]) => article('Unsafe', [PARAGRAPH, ...last].join('\n\n'))

  it.each([...UNSAFE, 'mailto:a@example.org', '//evil.example/x'])(
    'as the target of a Read Also line is refused with file and line: %s',
    async (url) => {
      const before = await payload.count({ collection: 'read-also-links' })
      const text = lines(`Read Also: [Sleep](${url})`)
      const result = await importOne(payload, source('unsafe.txt', text), publish)
      const said = `unsafe.txt:5: “${url}” is not an http or https address.`
      expect(result).toMatchObject({
        status: 'failed',
        errors: [expect.stringContaining(said)],
      })
      expect(await payload.count({ collection: 'read-also-links' })).toEqual(before)
    },
  )

  it('as a source is refused with file and line', async () => {
    const text = lines('## Sources', '- [A study](javascript:alert(1))')
    const result = await importOne(payload, source('unsafe.txt', text), publish)
    expect(result).toMatchObject({
      status: 'failed',
      errors: [expect.stringContaining('unsafe.txt:7: “javascript:alert(1)” is not')],
    })
  })

  it('in the text or an answer stays words, and links to nothing', async () => {
    const typed = UNSAFE.map((url) => `[press](${url}) <${url}>`).join(' ')
    const text = article(
      'Typed Unsafely',
      `${PARAGRAPH} ${typed}\n\nPeople Also Ask\n\nIs it?\n\n${typed}`,
    )
    const result = await importOne(payload, source('typed.txt', text), publish)
    // Marks of links keep it a draft; somebody publishes it as it is.
    expect(result).toMatchObject({ status: 'created', live: false })
    if (result.status === 'failed') throw new Error('not imported')
    await publishByForce(payload, result.id)
    const html = await readPage('/typed-unsafely')
    const targets = findAll(html, 'a').map(({ attributes }) => attributes.href ?? '')
    expect(targets.filter((href) => /^(javascript|data|vbscript|file):/i.test(href))).toEqual([])
    expect(readElementText(html)).toContain('javascript:alert(1)')
  })
})
