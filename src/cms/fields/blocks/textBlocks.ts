// Makes the editor's blocks from the domain's table of blocks.
import type { RichTextField, Block, Field, TextFieldSingleValidation } from 'payload'
import { BLOCK_WORDS } from '@/cms/wording/blocks'
import { NO_ADDRESS } from '@/cms/wording/fields'
import { LIMITS } from '@/domain/access/limits'
import { BLOCKS, type BlockField, type BlockFields, type BlockType } from '@/domain/blocks/blocks'
import { safeUrl } from '@/domain/text/links'

const validateAddress: TextFieldSingleValidation = (value) =>
  !value || safeUrl(value) !== null || NO_ADDRESS

type Editor = RichTextField['editor']

interface Making {
  block: BlockType
  /** For the texts inside of blocks. */
  editor: Editor
}

/** How each kind of field is edited. */
const EDITED: {
  [As in BlockField['as']]: (name: string, field: BlockField & { as: As }, making: Making) => Field
} = {
  text: (name, { max }) => ({ name, type: 'text', maxLength: max }),
  lines: (name, { max }) => ({ name, type: 'textarea', maxLength: max }),
  choice: (name, { of }) => ({
    name,
    type: 'select',
    defaultValue: Object.keys(of)[0]!,
    options: Object.entries(of).map(([value, label]) => ({ value, label })),
  }),
  address: (name) => ({ name, type: 'text', maxLength: LIMITS.url, validate: validateAddress }),
  row: (name, { to }) =>
    to === 'media'
      ? { name, type: 'upload', relationTo: to }
      : { name, type: 'relationship', relationTo: to },
  rows: (name, { to }) => ({ name, type: 'relationship', relationTo: to, hasMany: true }),
  passage: (name, _field, { editor }) => ({ name, type: 'richText', editor }),
  entries: (name, { max, of }, making) => ({
    name,
    type: 'array',
    maxRows: max,
    fields: editedFields(of, making),
  }),
}

function editedField(name: string, field: BlockField, making: Making): Field {
  const { label, description } = BLOCK_WORDS[making.block].fields[name] ?? { label: name }
  const edited = (EDITED[field.as] as (name: string, field: BlockField, making: Making) => Field)(
    name,
    field,
    making,
  )
  return { ...edited, label, admin: { ...edited.admin, description } } as Field
}

const editedFields = (fields: BlockFields, making: Making): Field[] =>
  Object.entries(fields).map(([name, field]) => editedField(name, field, making))

/** What no block is without is the checklist's to say (blockIssues.ts): a draft may be unfinished. */
export const textBlock = (block: BlockType, editor: Editor): Block => {
  const { plural, singular } = BLOCK_WORDS[block]
  return {
    slug: block,
    labels: { singular, plural },
    admin: { disableBlockName: true },
    interfaceName: `${block.charAt(0).toUpperCase()}${block.slice(1)}Block`,
    fields: editedFields(BLOCKS[block], { block, editor }),
  }
}
