// Draws the table as a Mermaid state diagram, for the documents.
import { AFTER_SAVE, RULES, STATES, stateAfter, type State } from './table'

/** One arrow, with the events along it in the table's order. */
export interface Transition {
  from: State
  to: State
  /** Names of events, and `save` where saving moves the state. */
  by: string[]
}

const steps: readonly { from: State; to: State; by: string }[] = [
  ...RULES.flatMap((rule) =>
    rule.from.flatMap((from) =>
      [true, false].map((live) => ({ from, to: stateAfter(rule, from, live), by: rule.event })),
    ),
  ),
  ...STATES.filter((state) => AFTER_SAVE[state] !== state).map((from) => ({
    from,
    to: AFTER_SAVE[from],
    by: 'save',
  })),
]

const leading = (from: State, to: State): string[] => [
  ...new Set(steps.filter((step) => step.from === from && step.to === to).map(({ by }) => by)),
]

/** Every way from one state to another or back to itself, each pair of states once. */
export const transitions = (): Transition[] =>
  STATES.flatMap((from) => STATES.map((to) => ({ from, to, by: leading(from, to) }))).filter(
    ({ by }) => by.length > 0,
  )

/** What leaves every state as it is: said once, since it would make an arrow at each. */
const everywhere = (): string[] =>
  leading('draft', 'draft').filter((event) =>
    STATES.every((state) => leading(state, state).includes(event)),
  )

/** The source of a Mermaid `stateDiagram-v2`, with a line break at its end. */
export function diagram(): string {
  const common = everywhere()
  const arrows = transitions()
    .map(({ from, to, by }) => ({ from, to, by: by.filter((name) => !common.includes(name)) }))
    .filter(({ by }) => by.length > 0)
  return [
    'stateDiagram-v2',
    ...STATES.map((state) => `  state "${state.replaceAll('_', ' ')}" as ${state}`),
    '  [*] --> draft: create',
    ...arrows.map(({ from, to, by }) => `  ${from} --> ${to}: ${by.join(', ')}`),
    `  note left of draft: Everywhere also ${common.join(', ')}`,
    '',
  ].join('\n')
}
