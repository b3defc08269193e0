// Memory: as much as it may take, and what a change makes of what it has.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Memory } from '@/server/pages/memory'
import { plainBodyOf, type Page } from '@/server/page'

const makePage = (address: string, over: Partial<Page> = {}): Page => {
  const plain = Buffer.alloc(10_000, address)
  return {
    address,
    status: 200,
    headers: [],
    bodies: { plain },
    etag: 'x',
    tags: [`path:${address}`, `text:${address}`, 'settings'],
    revision: 5,
    ...over,
  }
}

const change = (fact: string, revision: number) => [{ fact, revision }]

describe('memory', () => {
  it('stays within its bytes, and gives up what was not read for longest', () => {
    const memory = new Memory(100_000)
    for (let at = 0; at < 1000; at++) {
      memory.store(makePage(`/${at}`), 5)
      memory.get('/0')
      expect(memory.bytes).toBeLessThanOrEqual(100_000)
    }
    expect(memory.get('/0')).toBeDefined()
    expect(memory.get('/1')).toBeUndefined()
    expect(memory.get('/999')).toBeDefined()
  })

  it('does not keep what is larger than all of it', () => {
    const memory = new Memory(5000)
    expect(memory.store(makePage('/a'), 5).page.address).toBe('/a')
    expect(memory.get('/a')).toBeUndefined()
  })

  it('keeps the plain bytes beside compressed ones only when they are wanted', () => {
    const memory = new Memory(100_000)
    const plain = Buffer.alloc(10_000, 'a')
    const copy = memory.store(makePage('/a', { bodies: { plain, gzip: gzipSync(plain) } }), 5)
    expect(copy.page.bodies.plain).toBeUndefined()
    expect(plainBodyOf(copy.page.bodies)).toEqual(plain)
    const before = memory.bytes
    memory.cachePlainBody(copy)
    expect(memory.get('/a')?.page.bodies.plain).toEqual(plain)
    expect(memory.bytes).toBe(before + plain.length)
  })
})

describe('a copy', () => {
  it('is changed by its facts, and by no others', () => {
    const memory = new Memory(100_000)
    memory.store(makePage('/a'), 5)
    memory.store(makePage('/b'), 5)
    memory.learn(change('text:/a', 6), 6)
    expect(memory.get('/a')?.staleness).toBe('changed')
    expect(memory.get('/b')?.staleness).toBe('fresh')
    memory.learn(change('settings', 7), 7)
    expect(memory.get('/b')?.staleness).toBe('changed')
  })

  it('is withdrawn when its address leads somewhere else, and stays so', () => {
    const memory = new Memory(100_000)
    memory.store(makePage('/a'), 5)
    memory.learn(change('path:/a', 6), 6)
    memory.learn(change('text:/a', 7), 7)
    expect(memory.get('/a')?.staleness).toBe('withdrawn')
  })

  it('is not changed by what it was made from', () => {
    const memory = new Memory(100_000)
    memory.store(makePage('/a', { revision: 6 }), 6)
    memory.learn(change('path:/a', 6), 6)
    expect(memory.get('/a')?.staleness).toBe('fresh')
  })

  it('that comes late is judged by what happened meanwhile', () => {
    const memory = new Memory(100_000)
    memory.learn(change('text:/a', 6), 6)
    memory.learn(change('path:/b', 7), 7)
    expect(memory.store(makePage('/a'), 5).staleness).toBe('changed')
    expect(memory.store(makePage('/b'), 5).staleness).toBe('withdrawn')
    expect(memory.store(makePage('/c'), 5).staleness).toBe('fresh')
  })

  it('from before memory was emptied may not be given', () => {
    const memory = new Memory(100_000)
    memory.store(makePage('/a'), 5)
    memory.forget(9)
    expect(memory.get('/a')).toBeUndefined()
    expect(memory.store(makePage('/a'), 5).staleness).toBe('withdrawn')
    expect(memory.store(makePage('/a', { revision: 9 }), 9).staleness).toBe('fresh')
  })
})
