// Faults of the database server.
import { setTimeout as sleep } from 'node:timers/promises'
import { readiness, unrendered, whileAway } from './looks'
import type { Complaint, Fault } from './fault'

const both = { reading: true, writing: false }

export const SERVER_FAULTS: Fault[] = [
  {
    name: 'Postgres killed (-9)',
    quick: true,
    async inject({ server, near, far, random }) {
      await sleep(random() * 300)
      const [, looked] = await Promise.all([server.kill(), whileAway([near, far])])
      return looked
    },
  },
  {
    name: 'Postgres stopped (-STOP)',
    quick: true,
    async inject({ server, near, far, random }) {
      await sleep(random() * 300)
      server.freeze()
      try {
        const atOnce = whileAway([near, far])
        await sleep(4000)
        const later = [whileAway([near, far]), ...[near, far].map((each) => readiness(each, both))]
        return (await Promise.all([atOnce, ...later])).flat()
      } finally {
        server.thaw()
      }
    },
  },
  {
    name: 'Postgres restarted',
    async inject({ server, near, far, random }) {
      await sleep(random() * 300)
      const [, looked] = await Promise.all([server.restart(), whileAway([near, far])])
      return looked
    },
  },
  {
    name: 'all connections taken',
    async inject({ server, near, far }) {
      const release = await server.exhaust()
      try {
        await sleep(2000)
        return await whileAway([near, far])
      } finally {
        await release()
      }
    },
  },
  {
    name: 'a table locked',
    async inject({ server, near, far }) {
      const held = server.query(
        `begin; lock table articles in access exclusive mode; select pg_sleep(4); commit`,
      )
      await sleep(300)
      const looked: Complaint[] = (
        await Promise.all([near, far].map((each) => unrendered(each)))
      ).flat()
      await held
      return looked
    },
  },
]
