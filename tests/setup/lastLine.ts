// The last line of a test run: how many tests passed and failed, over all projects.
import { writeSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

type State = 'passed' | 'failed' | 'skipped'

export default class LastLine implements Reporter {
  readonly #counts: Record<State, number> = { passed: 0, failed: 0, skipped: 0 }

  /** After everything else that the process says. A run in which nothing ran is no success. */
  onInit(): void {
    process.once('exit', () => {
      const { passed, failed, skipped } = this.#counts
      if (passed + failed === 0) process.exitCode ||= 1
      writeSync(1, `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`)
    })
  }

  /** What broke outside of a test (an import, a hook, a stray rejection) counts as one failure each. */
  onTestRunEnd(files: readonly TestModule[], strayErrors: readonly unknown[]): void {
    this.#counts.failed += strayErrors.length
    for (const file of files) {
      this.#counts.failed += file.errors().length
      for (const suite of file.children.allSuites()) this.#counts.failed += suite.errors().length
      for (const test of file.children.allTests()) {
        const { state } = test.result()
        this.#counts[state === 'pending' ? 'skipped' : state] += 1
      }
    }
  }
}
