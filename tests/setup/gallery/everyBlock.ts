// The article of the gallery that holds every block, table and mark, with words and pictures as real ones have them.
import type { Payload } from 'payload'
import type { BlockType } from '@/domain/blocks/blocks'
import type { BlockNode, BlockOf } from '@/domain/text/richText'
import { block, footnote, heading, paragraph, richText, table, text } from '../../fixtures/richText'
import { publishByForce } from '../workflow'

const passage = (words: string) => richText(paragraph(words))

type Fields<Type extends BlockType> = Omit<BlockOf<Type>, 'id' | 'blockType'>

const made = <Type extends BlockNode['fields']['blockType']>(
  blockType: Type,
  fields: Fields<Type>,
): BlockNode =>
  block({ id: `every-${blockType}`, blockType, ...fields } as unknown as BlockNode['fields'])

/** @param article the one that the button leads to */
export async function addEveryBlock(
  payload: Payload,
  { article, author, images }: { article: number; author: number; images: [number, number] },
): Promise<void> {
  const body = richText(
    paragraph('Ten minutes a day are enough to begin with', footnote('And more than none.'), '.'),
    heading('h2', 'How much'),
    paragraph(
      'Drink water, H',
      text('2', 32),
      'O, and no more than 10',
      text('3', 64),
      ' ml at once.',
    ),
    table(
      'Minutes a day, by week and exercise, for those who begin',
      ['Week', 'Balance', 'Stairs', 'Stretching', 'Walking', 'Rest between two of them'],
      ['First', '2', '3', '5', '10', 'One minute, or as long as it takes to breathe calmly'],
      ['Second', '3', '4', '5', '15', 'Half a minute'],
    ),
    { type: 'horizontalrule' },
    made('notice', { kind: 'keyFacts', heading: 'In short', text: passage('Little and often.') }),
    made('notice', {
      kind: 'urgent',
      heading: '',
      text: passage('Pain in the chest: call at once.'),
    }),
    heading('h3', 'Step by step'),
    made('steps', {
      entries: [
        { heading: 'Stand', text: passage('On one leg, near a wall.') },
        { heading: 'Count', text: passage('To twenty, slowly.') },
      ],
    }),
    heading('h4', 'Words'),
    made('definitions', {
      entries: [
        { term: 'Gait', definition: passage('The way somebody walks.') },
        { term: 'Cadence', definition: passage('How many steps they take in a minute.') },
      ],
    }),
    made('code', {
      language: 'JavaScript',
      code: 'const steps = minutes * 110\nconsole.log(steps)',
    }),
    paragraph('Type ', text('steps', 16), ', not ', text('paces', 4), '.'),
    made('pullQuote', { quote: 'I began with the kettle.', source: 'A reader', url: '' }),
    made('gallery', {
      caption: 'Two views from the hill',
      entries: [
        { image: images[0], caption: 'In the morning' },
        { image: images[1], caption: '' },
      ],
    }),
    made('embed', {
      kind: 'video',
      title: 'Standing on one leg',
      url: 'https://video.example.org/one-leg',
      duration: '4:30',
      poster: images[0],
      transcript: passage('Stand near a wall.'),
    }),
    made('button', { label: 'How to lift a box', article }),
  )
  const { id } = await payload.create({
    collection: 'articles',
    draft: true,
    data: {
      title: 'Ten Minutes a Day',
      summary: 'What ten minutes can do, in a table, steps, pictures and a film.',
      authors: [author],
      body: body as never,
      _status: 'draft',
    },
  })
  await publishByForce(payload, id)
}
