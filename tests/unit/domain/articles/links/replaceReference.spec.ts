// One question or link takes the place of another wherever a text shows it.
import { expect, it } from 'vitest'
import { replaceReference } from '@/domain/articles/links/replaceReference'
import { faqBlock, paragraph, readAlsoBlock, richText } from '../../../../fixtures/richText'

const body = richText(paragraph('a'), faqBlock([1, 2]), readAlsoBlock(2))

it('a question is replaced among questions alone', () => {
  const { children } = replaceReference(body, { kind: 'faq-items', id: 2 }, 7).root
  expect(children.slice(1).map((node) => node.fields)).toMatchObject([
    { items: [1, 7] },
    { link: 2 },
  ])
})

it('a link is replaced among links alone', () => {
  const { children } = replaceReference(body, { kind: 'read-also-links', id: 2 }, 7).root
  expect(children.slice(1).map((node) => node.fields)).toMatchObject([
    { items: [1, 2] },
    { link: 7 },
  ])
})
