// What a block lacks before readers may get it.
import { describe, expect, it } from 'vitest'
import { BLOCKS, type BlockType } from '@/domain/blocks/blocks'
import { readableText } from '@/domain/text/readableText'
import { blockIssues } from '@/domain/workflow/checklist/blockIssues'
import { sampleOf, SAMPLE_ROW } from '../../../../fixtures/blocks'
import { block, richText } from '../../../../fixtures/richText'

const LIVE = [{ id: SAMPLE_ROW, live: true }]

const namesOf = (fields: object) =>
  blockIssues(readableText('article', richText(block({ id: 'a', ...fields } as never))), LIVE).map(
    (issue) => ('name' in issue ? issue.name : issue.code),
  )

describe('the issues of blocks', () => {
  it.each(Object.keys(BLOCKS) as BlockType[])('are none of a whole %s', (type) => {
    expect(blockIssues(richText(sampleOf(type)), LIVE)).toEqual([])
  })

  it('name each field that must not be empty, once', () => {
    expect(namesOf({ blockType: 'notice' })).toEqual(['text'])
    expect(namesOf({ blockType: 'embed' })).toEqual(['title', 'url'])
    expect(namesOf({ blockType: 'gallery' })).toEqual(['entries'])
    expect(namesOf({ blockType: 'gallery', entries: [{}, {}] })).toEqual(['image'])
    expect(namesOf({ blockType: 'button' })).toEqual(['label', 'article'])
    expect(namesOf({ blockType: 'faqSection' })).toEqual([])
  })

  it('name an article that is not live, or is not there', () => {
    const button = richText(sampleOf('button'))
    const codes = (articles: typeof LIVE) => blockIssues(button, articles).map(({ code }) => code)
    expect(codes([{ id: SAMPLE_ROW, live: false }])).toEqual(['blockTargetNotLive'])
    expect(codes([])).toEqual(['blockTargetMissing'])
  })
})
