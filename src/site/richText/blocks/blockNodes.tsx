// Renders each block of a text: one row for each block of the domain's table.
import type { ReactNode } from 'react'
import type { BlockType, InlineBlockType } from '@/domain/blocks/blocks'
import type { BlockNode, BlockOf, RichText } from '@/domain/text/richText'
import { referenceIds } from '@/domain/text/richTextWalk'
import { FaqSection } from '../FaqSection'
import { ReadAlso } from '../ReadAlso'
import type { BodyScope } from '../bodyScope'
import { Code } from './Code'
import { Definitions } from './Definitions'
import { Embed } from './Embed'
import { Gallery } from './Gallery'
import { Notice } from './Notice'
import { PullQuote } from './PullQuote'
import { Steps } from './Steps'

interface Around {
  node: BlockNode
  scope: BodyScope
  /** Renders the text inside of a block; null for one without a word. */
  passage: (text: RichText) => ReactNode
}

type BlockTable = {
  [Type in Exclude<BlockType, InlineBlockType>]: (
    fields: BlockOf<Type>,
    around: Around,
  ) => ReactNode
}

/** The row that a relationship names. */
export function rowOf<Row>(reference: unknown, rows: ReadonlyMap<number, Row>): Row | undefined {
  const [id] = referenceIds(reference)
  return id === undefined ? undefined : rows.get(id)
}

const BLOCK_NODES: BlockTable = {
  readAlso: ({ link }, { scope }) => {
    const target = rowOf(link, scope.readAlsoLinks)
    return target ? <ReadAlso link={target} /> : null
  },
  faqSection: (_fields, { node, scope }) => {
    const heading = scope.headings.get(node)
    const items = scope.faqSections.get(node)
    if (!heading || !items) return null
    const { articlePath, href } = scope
    return <FaqSection heading={heading} items={items} articlePath={articlePath} href={href} />
  },
  notice: ({ kind, text }, { node, passage, scope }) => {
    const [heading, words] = [scope.headings.get(node), passage(text)]
    if (!heading || !words) return null
    return (
      <Notice kind={kind} heading={heading}>
        {words}
      </Notice>
    )
  },
  code: ({ code, language }) => (code ? <Code code={code} language={language} /> : null),
  definitions: ({ entries }, { passage }) => {
    const shown = entries.map(({ definition, term }) => ({ term, definition: passage(definition) }))
    return shown.length > 0 ? <Definitions entries={shown} /> : null
  },
  steps: ({ entries }, { passage }) => {
    const shown = entries.map(({ heading, text }) => ({ heading, text: passage(text) }))
    return shown.length > 0 ? <Steps entries={shown} /> : null
  },
  pullQuote: ({ quote, source, url }) =>
    quote ? <PullQuote quote={quote} source={source} url={url} /> : null,
  gallery: ({ caption, entries }, { scope }) => {
    const shown = entries.flatMap((entry) => {
      const image = rowOf(entry.image, scope.images)
      return image ? [{ image, caption: entry.caption }] : []
    })
    return shown.length > 0 ? <Gallery caption={caption} entries={shown} /> : null
  },
  embed: ({ duration, kind, poster, title, transcript, url }, { passage, scope }) => (
    <Embed
      kind={kind}
      title={title}
      url={url}
      duration={duration}
      poster={rowOf(poster, scope.images)}
      transcript={passage(transcript)}
    />
  ),
  button: ({ article, label }, { scope }) => {
    const [id] = referenceIds(article)
    const href = id === undefined ? null : scope.articleHref(id)
    if (!href || !label) return null
    return (
      <p>
        <a className="button" href={href}>
          {label}
        </a>
      </p>
    )
  },
}

export const renderBlock = (around: Around): ReactNode => {
  const { fields } = around.node
  return (BLOCK_NODES[fields.blockType] as (fields: unknown, around: Around) => ReactNode)(
    fields,
    around,
  )
}
