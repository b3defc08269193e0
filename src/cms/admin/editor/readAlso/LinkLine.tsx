// Shows a Read Also link as readers get it: its title, where it leads, its state, and why readers may not get it.
'use client'
import { READ_ALSO_WORDS, RELATION_WORDS } from '@/cms/wording/readAlso'
import { listedWords } from '../../list/listedState'
import type { ShownLink } from './contract'

/** Why readers do not get the line; nothing where they do, or will with the article. */
function troubleOf({ kind, target }: ShownLink): string {
  if (kind === 'unresolved') return READ_ALSO_WORDS.unresolved
  if (kind === 'external') return ''
  if (!target) return READ_ALSO_WORDS.noTarget
  return target.state.live ? '' : READ_ALSO_WORDS.notLive
}

export function LinkLine({ link }: { link: ShownLink }) {
  const { publisher, relation, state, target, title, url } = link
  const { look, words } = listedWords(state)
  const address = target ? target.path : url
  const href = target ? `/admin/collections/articles/${target.id}` : url
  const standing = RELATION_WORDS[relation ?? '']
  const trouble = troubleOf(link)
  return (
    <div className="read-also-line">
      <p className="read-also-title">
        {READ_ALSO_WORDS.label} {target?.title ?? title}
        {publisher && `, ${publisher}`}
      </p>
      <p>
        {address && (
          <a href={href ?? undefined} rel="noreferrer" target="_blank">
            {address}
          </a>
        )}{' '}
        <span className={`workflow-state--${look}`}>{words}</span>
        {standing && ` · ${standing}`}
      </p>
      {trouble !== '' && <p className="read-also-trouble">{trouble}</p>}
    </div>
  )
}
