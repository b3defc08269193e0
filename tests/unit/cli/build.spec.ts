// A build that fails says why, also when it was killed before it could.
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { describeFailure, wayToBuild } from '@/cli/build'

/** What a real process leaves that ends like this. */
const ended = (...args: string[]) => {
  const { status: code, signal, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return describeFailure(stderr, { code, signal })
}

describe('a build that fails', () => {
  it('was out of memory when the system killed it', () => {
    expect(ended('-e', `process.kill(process.pid, 'SIGKILL')`)).toMatch(
      /^The build was out of memory: it takes \d+ MB/,
    )
    expect(describeFailure('', { code: 137, signal: null })).toContain('out of memory')
  })

  it('was out of memory when V8 had no room left', () => {
    const said = ended('--max-old-space-size=10', '-e', 'const a = []; for (;;) a.push([1, 2, 3])')
    expect(said).toMatch(/^The build was out of memory/)
  })

  it('says what it said, and how it ended when it said nothing', () => {
    expect(ended('-e', `console.error('Module not found'); process.exit(1)`)).toBe(
      'The build failed with code 1.\nModule not found',
    )
    expect(ended('-e', `process.kill(process.pid, 'SIGTERM')`)).toBe(
      'The build failed, ended by SIGTERM.',
    )
  })
})

describe('the way to build', () => {
  it('is the quick one where there is memory for it', () => {
    expect(wayToBuild(8000)).toMatchObject({ flags: [], options: [] })
  })

  it('is the one that does with less where there is not, and says so beforehand', () => {
    const way = wayToBuild(1200)
    expect(way.options).toEqual(['--webpack'])
    expect(way.announcement).toContain('with 1200 MB of memory free this')
    expect(wayToBuild(700).announcement).toContain('less than the 1000 MB that suffice')
  })
})
