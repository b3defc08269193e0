// The end of an article: what leads here, and what else there is of its topics.
import { expect, it } from 'vitest'
import { Onwards } from '@/site/articles/Onwards'
import { renderMarkup } from '@/site/layout/render'
import { readHtml, readElementText } from '../../../../tools/siteChecker/page/html'
import { aTerm } from '../../../fixtures/makers'

const topics = [aTerm(), aTerm({ id: 2, name: 'Sleep', slug: 'sleep' })]
const linkedFrom = [{ id: 2, path: '/hips', title: 'Hips' }]

it.each([
  ['nothing, when there is nothing', {}, ''],
  ['the topics', { topics }, 'More about Running, Sleep'],
  ['the articles that lead here', { linkedFrom }, 'Articles that lead here Hips'],
])('shows %s', async (_what, given, words) => {
  const html = await renderMarkup(<Onwards topics={[]} linkedFrom={[]} {...given} />)
  expect(readElementText(readHtml(html))).toBe(words)
})
