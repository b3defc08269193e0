// A few pieces of work at a time, the rest in order, and no more than may wait.
import { expect, it } from 'vitest'
import { QueueFull, Semaphore } from '@/server/pages/semaphore'

it('does as many at once as there are slots, the rest in the order in which they came', async () => {
  const slots = new Semaphore(2, 10)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (number: number) => () => {
    begun.push(number)
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  const all = Promise.all([1, 2, 3, 4].map((number) => slots.run(work(number))))
  await expect.poll(() => begun).toEqual([1, 2])
  ends[1]!()
  await expect.poll(() => begun).toEqual([1, 2, 3])
  ends[0]!()
  await expect.poll(() => begun).toEqual([1, 2, 3, 4])
  for (const end of ends) end()
  await all
})

it('gives its place on when work fails', async () => {
  const slots = new Semaphore(1, 1)
  await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await slots.run(async () => 'yes')).toBe('yes')
})

it('refuses what is too much', async () => {
  const slots = new Semaphore(1, 1)
  let end: (() => void) | undefined
  const first = slots.run(() => new Promise<void>((resolve) => (end = resolve)))
  const second = slots.run(async () => 'second')
  await expect(slots.run(async () => 'third')).rejects.toThrow(QueueFull)
  await expect.poll(() => end).toBeDefined()
  end!()
  await first
  expect(await second).toBe('second')
})
