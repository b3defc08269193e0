// Publishes a source that is meant to be, or says what holds it back.
import { holdersOf, type Holder } from '@/domain/textImport/source/holding'
import { draftWords, fileSays } from '@/domain/textImport/source/sourceStanding'
import { publishImported } from './publishImported'
import { isSameText, type Importing } from './source'
import * as words from './words'

/** Notes what prevents it from going live. */
export async function publishIfMeant(
  id: number,
  saved: words.SavedAs,
  state: Importing,
): Promise<boolean> {
  const { source, notices, transaction } = state
  if (!source.publish) return false
  const holders = findHolders(state)
  const said = draftWords(source.article.frontMatter)
  for (const holder of holders) notices.push(words.notPublished(holder, saved, said))
  return holders.length === 0 && publishImported(id, state.dates, notices, transaction)
}

function findHolders(state: Importing): Holder[] {
  const { source, described, dates, known, lookAlikes } = state
  const { title, frontMatter } = source.article
  // The same text has the same proposal; of another text nobody knows whether its article's title was one.
  const wasGiven = isSameText(known, described) && known?.title !== title?.text
  const proposed = title?.proposed === true && !wasGiven
  return holdersOf({
    titleProposed: proposed && !known?.live && source.acceptProposals !== true,
    maybeSame: lookAlikes.some(({ maybeSame }) => maybeSame),
    anotherText: known?.isAnotherText ?? false,
    draft: draftWords(frontMatter) !== undefined || fileSays(source.file ?? '').draft,
    future: dates.standing === 'future',
    expired: dates.standing === 'expired',
    scheduled: known?.state === 'scheduled',
  })
}
