// Renders an FAQ section in the text of an article: each question with its answer, to be written, ordered and shared in place.
'use client'
import { BlockCollapsible, useBlockComponentContext } from '@payloadcms/richtext-lexical/client'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { DraggableSortable, RenderFields } from '@payloadcms/ui'
import { FAQ_WORDS } from '@/cms/wording/faqSection'
import { useKeyboardInBlock } from '../../ui/useKeyboardInBlock'
import { AddQuestion } from './AddQuestion'
import { QuestionRow } from './QuestionRow'
import { useSection } from './useSection'
import '../../workflow/workflow.css'
import './faqSection.css'

export default function FaqSectionBlock() {
  const { formSchema } = useBlockComponentContext()
  const isEditable = useLexicalEditable()
  const leaveText = useKeyboardInBlock()
  const section = useSection()
  const { article, ids, known, missing, said } = section
  return (
    <BlockCollapsible editButton={false}>
      <RenderFields
        fields={formSchema.filter((field) => 'name' in field && field.name === 'heading')}
        forceRender
        parentIndexPath=""
        parentPath=""
        parentSchemaPath=""
        permissions
        readOnly={!isEditable}
      />
      <div className="faq-section" onFocusCapture={leaveText}>
        <DraggableSortable
          ids={ids.map(String)}
          onDragEnd={({ moveFromIndex, moveToIndex }) => {
            const id = ids[moveFromIndex]
            if (id !== undefined && moveFromIndex !== moveToIndex) section.place(id, moveToIndex)
          }}
        >
          <ol aria-label={FAQ_WORDS.list} className="faq-items">
            {ids.map((id) => {
              const shown = known[id]
              if (shown)
                return (
                  <QuestionRow
                    {...{ article, ids, isEditable, shown }}
                    actions={section.actionsOf(id)}
                    key={id}
                    part={section.partOf(id)}
                  />
                )
              return (
                <li className="faq-item" key={id}>
                  {missing.includes(id) ? (
                    <p>
                      {FAQ_WORDS.missing}{' '}
                      {isEditable && (
                        <button onClick={() => section.drop(id)} type="button">
                          {FAQ_WORDS.remove}
                        </button>
                      )}
                    </p>
                  ) : (
                    <p>…</p>
                  )}
                </li>
              )
            })}
          </ol>
        </DraggableSortable>
        <p role="status">
          {said}{' '}
          {section.canPutBack && (
            <button onClick={() => void section.putBack()} type="button">
              {FAQ_WORDS.putBack}
            </button>
          )}
        </p>
        {isEditable && (
          <AddQuestion
            {...{ article, ids }}
            onAdd={section.add}
            onPaste={section.paste}
            onUse={section.use}
          />
        )}
      </div>
    </BlockCollapsible>
  )
}
