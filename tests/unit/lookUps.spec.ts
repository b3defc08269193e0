// Every look-up of the editors' room runs as the account that asks, or is listed here with the reason why it may look past access.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const ROOM = 'src/cms'

/** Payload's own operations look past access unless told otherwise, and what goes to its database does always. */
const READS = /^(find|count)/

/** Spread into a look-up, or said in it. */
const AS_ASKED = /\.\.\.asWhoAsks\(|overrideAccess: false/

const isPayload = (node: ts.Expression, source: ts.SourceFile): boolean =>
  /(^|\.)(payload|payload\.db|db)$/.test(node.getText(source))

/** The named function that a node stands in; a hook or an endpoint may have none. */
function functionAround(node: ts.Node): string {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (ts.isFunctionDeclaration(at) && at.name) return at.name.text
    const { parent } = at
    const isNamed = ts.isVariableDeclaration(parent) && ts.isSourceFile(parent.parent.parent.parent)
    if (isNamed && ts.isIdentifier(parent.name)) return parent.name.text
  }
  return '(file)'
}

/** `file: function` of each look-up that does not run as the account that asks. */
function lookUpsPastAccess(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const look = (node: ts.Node): void => {
    const isCall = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
    if (isCall && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression
      const isRead = READS.test(name.text) && isPayload(expression, source)
      if (isRead && !AS_ASKED.test(node.getText(source)))
        found.push(`${path.relative(ROOM, file)}: ${functionAround(node)}`)
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

const FILES = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => path.join(ROOM, file))

/** Why each may look past access. Before you add one: can an answer say more than the account that asks may know? */
const REASONS: Record<string, readonly string[]> = {
  'Access itself is made of it.': [
    'access/permissions.ts: permissionsEndpoint',
    ...['requireOne', 'requireVersion', 'trashedIds'].map((name) => `access/trash.ts: ${name}`),
    'accounts/sessions.ts: watched',
    'accounts/passwords.ts: storedAccount',
    'access/actor.ts: actorOf',
    'records/rows.ts: findRows',
  ],
  'Nobody is signed in yet; the answer is the same whatever it finds.': [
    'accounts/forgotPassword.ts: mailReset',
    'accounts/signIn.ts: accountOf',
  ],
  'A rule that holds for the whole site: whether a write may be, and nothing of what it found is told but what readers get.':
    [
      'accounts/lastAdministrator.ts: protectLastAdministratorFromDeletion',
      'addresses/holders.ts: describeHolder',
      'collections/articles/FaqItems.ts: fixAnchor',
      'review/comments/remark.ts: lockLink',
      'review/comments/remark.ts: requireRoom',
      'addresses/redirectOldAddress.ts: giveBack',
      'fields/slug.ts: findFree',
      'addresses/redirectOldAddress.ts: findRow',
      'addresses/redirectOldAddress.ts: restored',
      'addresses/redirectChains.ts: findRedirect',
      'workflow/gate/gate.ts: lockMatching',
      'workflow/gate/gate.ts: passDelete',
      'workflow/gate/startsNewVersion.ts: startsNewVersion',
    ],
  'What readers get stays right whoever saved: the site follows what was written.': [
    'collections/articles/hooks.ts: findLive',
    'collections/articles/hooks.ts: resolveReadAlso',
    'collections/articles/hooks.ts: waitingFor',
    'collections/articles/FaqItems.ts: stampDates',
    'database/cacheTags.ts: findIds',
    'database/cacheTags.ts: findRows',
    'records/sourceDates.ts: findSourceDates',
    ...['itemsAtHomeIn', 'rehome', 'showing'].map(
      (name) => `workflow/live/deriveHomes.ts: ${name}`,
    ),
    'media/storeMedia.ts: giveFile',
    'media/storeMedia.ts: imageOf',
  ],
  'Of a document that the door has opened for whoever asks (openDocument, the gate), and of what it shows outside the trash.':
    [
      'review/comments/endpoints.ts: findOpened',
      'review/comments/list.ts: findComments',
      'review/comments/list.ts: findAnswers',
      'review/history/readHistory.ts: readHistory',
      'review/history/versions.ts: findRow',
      'review/history/versions.ts: findSaves',
      'review/links/endpoints.ts: revokeLink',
      'review/links/links.ts: listLinks',
      ...['findDocuments', 'findTrashed', 'surroundingsOf'].map(
        (name) => `records/documents.ts: ${name}`,
      ),
      'workflow/events/overtakenBy.ts: overtakenBy',
      'workflow/overview/overview.ts: liveUses',
      'workflow/overview/overview.ts: overviewOf',
      'workflow/live/publish.ts: dropNext',
      'workflow/overview/states.ts: findStates',
      'records/storedVersion.ts: storedVersion',
      'workflow/checklist/subject.ts: expertReview',
      'workflow/checklist/subject.ts: loadSubject',
    ],
  'Everybody who signs in may see it: working versions outside the trash, names of colleagues, what is one’s own.':
    [
      'access/namesOfRows.ts: namingOf',
      'addresses/holders.ts: findClaimant',
      'addresses/holders.ts: findRival',
      ...['failedMails', 'recentlyPublished', 'reviewDatesPassed', 'unresolvedLinks'].map(
        (name) => `admin/dashboard/otherLists.ts: ${name}`,
      ),
      ...['readDashboard', 'workflowList'].map((name) => `admin/dashboard/queries.ts: ${name}`),
      'notices/endpoints.ts: inboxOf',
      'records/rows.ts: findRowsIn',
      'workflow/events/target.ts: isActive',
      'records/titles.ts: titlesOf',
    ],
  'Only editors and administrators get so far, who see every document: what keeps a row from being deleted, and giving it to another.':
    [
      'media/prepareUpload.ts: bringStored',
      'records/findNaming.ts: namedInFields',
      'records/findNaming.ts: namedInSettings',
      'records/findNaming.ts: titled',
      'plugins/giveToAnother.ts: findName',
      'plugins/giveToAnother.ts: giveEndpoint',
    ],
  'Nobody asks, or whoever holds the machine: commands, mails, the clock.': [
    'import/findOrCreate.ts: findOrCreate',
    'import/importArticle.ts: save',
    'import/knownSources.ts: findArticle',
    'import/knownSources.ts: findImports',
    'import/knownSources.ts: findLookAlikes',
    'import/saveFaqItems.ts: findCandidates',
    'import/saveFaqItems.ts: itemsOf',
    'import/saveFaqItems.ts: showing',
    'import/source.ts: readSourceDates',
    'import/saveFormerPaths.ts: leadsTo',
    'import/image/prepareImage.ts: findSameImages',
    'import/saveReadAlsoLinks.ts: findLive',
    'import/saveReadAlsoLinks.ts: saveReadAlsoLinks',
    'addresses/sendIndexNow.ts: sendIndexNow',
    'notices/comparedTexts.ts: handedBack',
    'notices/describe.ts: scheduleDates',
    'notices/mail.ts: recipient',
    'notices/send.ts: sendNext',
    'addresses/importRedirects.ts: save',
  ],
}

describe('look-ups', () => {
  const found = [...new Set(FILES.flatMap(lookUpsPastAccess))].toSorted()

  it('run as whoever asks, or say why not', () => {
    expect(found).toEqual(Object.values(REASONS).flat().toSorted())
  })
})
