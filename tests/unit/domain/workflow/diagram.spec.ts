// The drawing says what the table says: no more, no less.
import { describe, expect, it } from 'vitest'
import { diagram, transitions } from '@/domain/workflow/diagram'
import { AFTER_SAVE, RULES, STATES, stateAfter } from '@/domain/workflow/table'

/** The drawing read back: each step as `from event to`. */
function readBack(source: string): string[] {
  const arrows = [...source.matchAll(/^ {2}(\w+) --> (\w+): (.+)$/gm)].flatMap(
    ([, from, to, events = '']) => events.split(', ').map((event) => `${from} ${event} ${to}`),
  )
  const [, common = ''] = /Everywhere also (.+)$/m.exec(source) ?? []
  const loops = common
    .split(', ')
    .flatMap((event) => STATES.map((state) => `${state} ${event} ${state}`))
  return [...arrows, ...loops]
}

const inTable = new Set([
  ...RULES.flatMap((rule) =>
    rule.from.flatMap((from) =>
      [true, false].map((live) => `${from} ${rule.event} ${stateAfter(rule, from, live)}`),
    ),
  ),
  ...STATES.filter((state) => AFTER_SAVE[state] !== state).map(
    (state) => `${state} save ${AFTER_SAVE[state]}`,
  ),
])

describe('diagram', () => {
  it('has every transition of the table, and none that the table lacks', () => {
    const drawn = readBack(diagram().replace(/^.*\[\*\].*$/m, ''))
    expect(new Set(drawn)).toEqual(inTable)
    expect(drawn.length).toBe(inTable.size)
  })

  it('names every state in words and begins with a draft', () => {
    for (const state of STATES)
      expect(diagram()).toContain(`  state "${state.replace('_', ' ')}" as ${state}\n`)
    expect(diagram()).toMatch(/^stateDiagram-v2\n/)
    expect(diagram()).toContain('  [*] --> draft: create\n')
  })

  it('has one colon in a line at most: Mermaid reads no label beyond a second', () => {
    for (const line of diagram().split('\n')) expect(line.split(':').length).toBeLessThanOrEqual(2)
  })

  it('draws one arrow for each pair of states', () => {
    const lines = diagram()
      .split('\n')
      .filter((line) => line.includes('-->'))
    const pairs = lines.map((line) => line.split(':')[0])
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(lines).toContain('  scheduled --> published: publish, forcePublish')
    expect(lines).toContain('  published --> draft: save')
  })
})

describe('transitions', () => {
  it('keeps the loops that the drawing says only once', () => {
    expect(transitions()).toContainEqual({
      from: 'scheduled',
      to: 'scheduled',
      by: ['schedule', 'approveAfterwards', 'assign'],
    })
  })
})
