// npm run check:site, as a terminal meets it: what it says, and how it ends.
import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drop } from '../../fixtures/siteMutations'
import { tinySite } from '../../fixtures/tinySite'
import { serveTinySite, type Served } from '../../setup/serveTinySite'

const pages = tinySite()
let served: Served
beforeAll(async () => (served = await serveTinySite(() => ({ pages }))))
afterAll(() => served.close())

const checkSite = (...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, ['src/cli/run.mjs', 'checkSite', ...args], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    ),
  )

describe('npm run check:site', { timeout: 60_000 }, () => {
  it('says one line and ends with 0 when all is well, with 1 and the page when it is not', async () => {
    const args = [served.origin, '--public', served.publicOrigin]
    const well = await checkSite(...args)
    expect([well.code, well.stdout.trim().split('\n').length]).toEqual([0, 1])
    drop('/media/track.jpg')(pages)
    const { code, stdout } = await checkSite(...args)
    expect(code).toBe(1)
    expect(stdout).toContain('https://backstory.example/knees\n  links: links to')
  })

  it('ends with 1 when nobody answers', async () => {
    const { code, stderr } = await checkSite('http://127.0.0.1:1')
    expect([code, stderr]).toEqual([1, expect.stringContaining('Nobody answers at http://127')])
  })

  it.each([[], ['here'], ['http://localhost:3000/path'], ['http://localhost:3000', '--max', '0']])(
    'ends with 2 and how it is used: %j %j %j',
    async (...args) => {
      const { code, stderr } = await checkSite(...args.filter((arg) => arg !== undefined))
      expect([code, stderr]).toEqual([2, expect.stringContaining('Usage: npm run check:site')])
    },
  )
})
