// The table as a drawing: a Mermaid state diagram, for the documents.
import { AFTER_SAVE, RULES, STATES, type State } from './table'

/** One arrow, with what leads along it in the table's order. */
export interface Transition {
  from: State
  to: State
  /** Names of events, and `save` where saving moves the state. */
  by: string[]
}

/** Every way from one state to another or back to itself, each pair of states once. */
export function transitions(): Transition[] {
  const steps = [
    ...RULES.flatMap(({ event, from: states, to }) =>
      states.map((from) => ({ from, to: to === 'same' ? from : to, by: event })),
    ),
    ...STATES.filter((state) => AFTER_SAVE[state] !== state).map((from) => ({
      from,
      to: AFTER_SAVE[from],
      by: 'save',
    })),
  ]
  return STATES.flatMap((from) => STATES.map((to) => ({ from, to })))
    .map(({ from, to }) => ({
      from,
      to,
      by: [
        ...new Set(
          steps.filter((step) => step.from === from && step.to === to).map(({ by }) => by),
        ),
      ],
    }))
    .filter(({ by }) => by.length > 0)
}

/** The source of a Mermaid `stateDiagram-v2`, with a line break at its end. */
export const diagram = (): string =>
  [
    'stateDiagram-v2',
    ...STATES.map((state) => `  state "${state.replaceAll('_', ' ')}" as ${state}`),
    '  [*] --> draft: create',
    ...transitions().map(({ from, to, by }) => `  ${from} --> ${to}: ${by.join(', ')}`),
    '',
  ].join('\n')
