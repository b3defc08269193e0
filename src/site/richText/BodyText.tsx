// Renders the body of an article or a page: the text, and its footnotes below.
import type { ReactNode } from 'react'
import type { RichText as RichTextValue } from '@/domain/text/richText'
import { Footnotes } from './blocks/Footnotes'
import { bodyNodes } from './bodyNodes'
import { PAGE_IDS, type BodyScope } from './bodyScope'
import { RichText } from './RichText'

export function BodyText({ body, scope }: { body: RichTextValue; scope: BodyScope }): ReactNode {
  const show = ({ root }: RichTextValue) => (
    <RichText nodes={root.children} table={bodyNodes} scope={scope} />
  )
  const notes = scope.footnotes.map(({ number, text }) => ({ number, text: show(text) }))
  return (
    <>
      {show(body)}
      <Footnotes id={PAGE_IDS.footnotes} notes={notes} />
    </>
  )
}
