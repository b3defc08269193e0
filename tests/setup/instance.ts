// Another instance of the site, as far as the workflow goes: performs events, or runs the clock, as its parent tells it.
import { getPayload, type PayloadRequest } from 'payload'
import config from '../../payload.config'
import { perform, type EventRequest } from '../../src/cms/workflow/events/perform'
import { bePresent } from '../../src/cms/workflow/overview/presence'
import { runScheduleLoop } from '../../src/jobs/schedule'
import type { Answer, Order, Panel } from './instances'

const say = (answer: Answer) => process.send?.(answer)

async function main(): Promise<void> {
  const payload = await getPayload({ config, key: 'command' })
  const publish = async (event: EventRequest) => {
    try {
      await perform({ payload }, event)
      say({ said: 'done' })
    } catch (error) {
      say({ said: 'refused', why: String(error) })
    }
  }
  const open = async ({ kind, id, actor, tab }: Panel) => {
    const req = { payload, json: () => Promise.resolve({ tab }) }
    const { others } = await bePresent(kind, id, actor, req as unknown as PayloadRequest)
    say({ said: 'others', names: others.map(({ name }) => name) })
  }
  process.on('message', (order: Order) => {
    if ('event' in order) void publish(order.event)
    else if ('panel' in order) void open(order.panel)
    else void runScheduleLoop(new AbortController().signal, order.everyMs)
  })
  // The process that started it is gone.
  process.on('disconnect', () => process.exit())
  say({ said: 'ready' })
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
