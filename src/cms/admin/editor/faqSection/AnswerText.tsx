// Renders an answer in the panel as readers will see it: paragraphs, lists and links, without what an answer cannot hold.
'use client'
import {
  LinkJSXConverter,
  RichText,
  type JSXConvertersFunction,
} from '@payloadcms/richtext-lexical/react'
import { FAQ_WORDS } from '@/cms/wording/faqSection'
import { isEmptyRichText } from '@/domain/text/plainText'
import { readableText } from '@/domain/text/readableText'
import { referenceIds } from '@/domain/text/richTextWalk'

/** Readers are led to the article's page; an editor to its form, which is there before the page is. */
const converters: JSXConvertersFunction = ({ defaultConverters }) => ({
  ...defaultConverters,
  ...LinkJSXConverter({
    internalDocToHref: ({ linkNode }) =>
      `/admin/collections/articles/${referenceIds(linkNode.fields.doc?.value)[0] ?? ''}`,
  }),
})

export function AnswerText({ answer }: { answer: unknown }) {
  const readable = readableText('answer', answer)
  if (isEmptyRichText(readable)) return <p className="faq-empty">{FAQ_WORDS.noAnswer}</p>
  return <RichText className="faq-answer" converters={converters} data={readable as never} />
}
