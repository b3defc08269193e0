// The HTML of pages before two checkers: vnu, which knows the standard, and html-validate, which knows good habits.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { tool } from './tools'

/** What html-validate would have otherwise, and why it is as it is. */
export const EXCEPTIONS: Record<string, string> = {
  'doctype-style':
    'React writes <!DOCTYPE html>, vnu and browsers take either; the preset wants one spelling',
  'void-style':
    'React writes <br/>; in HTML the slash means nothing (HTML Living Standard, 13.1.2.1)',
  'attribute-boolean-style':
    'React writes open=""; an empty value is the attribute itself (13.1.2.3)',
  'long-title': 'a rule of thumb for search results; titles are the editors’ business',
  'attr-case': 'React writes charSet and dateTime; the names of attributes have no case (13.1.2.3)',
  'require-sri': 'the one stylesheet is of the same origin, and its address is its hash',
}

const PRESETS = ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y']

interface Message {
  ruleId: string
  message: string
  line: number
}

const run = (file: string, args: string[]): Promise<string> =>
  new Promise((resolve, reject) =>
    execFile(file, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      // Both end with an error when there is something to say, and then they say it.
      stdout || !error ? resolve(stdout) : reject(new Error(stderr || error.message)),
    ),
  )

async function vnu(files: string[]): Promise<Map<string, string[]>> {
  const jar = tool('vnu-jar/build/dist/vnu.jar')
  const flags = ['--errors-only', '--stdout', '--exit-zero-always', '--format', 'json']
  const said = JSON.parse(await run('java', ['-jar', jar, ...flags, ...files])) as {
    messages: { url: string; message: string; lastLine?: number }[]
  }
  const found = new Map<string, string[]>()
  for (const { url, message, lastLine } of said.messages) {
    const name = path.basename(new URL(url).pathname)
    found.set(name, [...(found.get(name) ?? []), `${message} (line ${lastLine})`])
  }
  return found
}

async function htmlValidate(folder: string, files: string[]): Promise<Map<string, string[]>> {
  const config = path.join(folder, '.htmlvalidate.json')
  const rules = Object.fromEntries(Object.keys(EXCEPTIONS).map((rule) => [rule, 'off']))
  writeFileSync(config, JSON.stringify({ root: true, extends: PRESETS, rules }))
  const bin = tool('html-validate/bin/html-validate.mjs')
  const said = await run(process.execPath, [
    bin,
    '--config',
    config,
    '--formatter',
    'json',
    ...files,
  ])
  const results = JSON.parse(said) as { filePath: string; messages: Message[] }[]
  return new Map(
    results.map(({ filePath, messages }) => [
      path.basename(filePath),
      messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
    ]),
  )
}

/**
 * @param pages HTML by a name that can be a file's
 * @returns what each has to say of each page, by the same names
 */
export async function htmlIssues(
  pages: Map<string, string>,
): Promise<Map<string, { vnu: string[]; 'html-validate': string[] }>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'backstory-audit-'))
  try {
    const files = [...pages.keys()].map((name) => path.join(folder, `${name}.html`))
    for (const [name, html] of pages) writeFileSync(path.join(folder, `${name}.html`), html)
    const [strict, tidy] = await Promise.all([vnu(files), htmlValidate(folder, files)])
    return new Map(
      [...pages.keys()].map((name) => [
        name,
        {
          vnu: strict.get(`${name}.html`) ?? [],
          'html-validate': tidy.get(`${name}.html`) ?? [],
        },
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
