// Which address an article gets, and who else has it.
import { candidates } from '@/domain/addresses/madeAddress'
import { slugify } from '@/domain/addresses/slug'
import type { AddressHolder } from '@/domain/workflow/checklist/contentIssues'
import type { Doc } from './doc'

/** The first address of a title that no other article has. */
export function freePath(title: string, docs: readonly Doc[], own?: Doc): string | null {
  const words = slugify(title)
  const taken = docs
    .filter((doc) => doc !== own)
    .flatMap(({ working, shown, withdrawnPath }) => [working.path, shown?.path, withdrawnPath])
  const free = candidates(words, 0).find((candidate) => !taken.includes(`/${candidate}`))
  return words === '' ? null : `/${free}`
}

/** Another article that is live at the address, or will be at its hour. */
export function holderOf(doc: Doc, docs: readonly Doc[]): AddressHolder | undefined {
  const { path } = doc.working
  const others = docs.filter((other) => other !== doc && other.kind === 'articles')
  const live = others.find(({ fields, shown }) => fields.live && shown?.path === path)
  const scheduled = others.find(
    ({ fields, working }) => fields.state === 'scheduled' && working.path === path,
  )
  const { id, working } = live ?? scheduled ?? {}
  return id && working
    ? { collection: 'articles', id, title: working.title, scheduled: !live }
    : undefined
}
