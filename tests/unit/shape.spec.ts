// Numbers of the project's shape that may only fall: children of a folder, circles between the folders of a room, comments.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** About a dozen; a folder that is over it has its number here, and the number follows the folder down. */
const MAX_CHILDREN = 15
const OVER: Record<string, number> = {}

/** Folders of a room that know one another in a circle; a file beside the folders counts as a folder. */
const MAX_CIRCLE: Record<string, number> = {
  'src/cms': 1,
  'src/site': 1,
  'src/domain': 1,
  'src/server': 1,
  'src/cli': 1,
  'src/jobs': 1,
  tools: 1,
  'tools/bench': 1,
  'tools/siteChecker': 1,
}

/** Lines that are only a comment, of a hundred. */
const MAX_COMMENTS = 11

const foldersIn = (folder: string): string[] => [
  folder,
  ...readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('('))
    .flatMap((entry) => foldersIn(path.posix.join(folder, entry.name))),
]

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.posix.join(entry.parentPath, entry.name))

/** The modules of this project that a file imports, without their extensions. */
function importsOf(file: string): string[] {
  const specifiers = readFileSync(file, 'utf8').matchAll(
    /(?:from|import) '(@\/|\.{1,2}\/)([^']*)'/g,
  )
  return [...specifiers].map(([, start, rest]) =>
    start === '@/' ? `src/${rest}` : path.posix.join(path.posix.dirname(file), start!, rest!),
  )
}

/** Which folders of a room know which others. */
function arrowsIn(room: string): Map<string, Set<string>> {
  const childOf = (module: string): string | undefined =>
    module.startsWith(`${room}/`)
      ? module
          .slice(room.length + 1)
          .split('/')[0]!
          .replace(/\.tsx?$/, '')
      : undefined
  const arrows = new Map<string, Set<string>>()
  for (const file of filesIn(room)) {
    const from = childOf(file)!
    const known = arrows.get(from) ?? new Set()
    for (const to of importsOf(file).flatMap((module) => childOf(module) ?? []))
      if (to !== from) known.add(to)
    arrows.set(from, known)
  }
  return arrows
}

/** Everything that can be reached from a folder by arrows. */
function reachedFrom(start: string, arrows: Map<string, Set<string>>): Set<string> {
  const reached = new Set<string>()
  const waiting = [...(arrows.get(start) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...(arrows.get(next) ?? []))
  }
  return reached
}

/** The folders of the largest circle; a room without one has a circle of one. */
function largestCircle(room: string): string[] {
  const arrows = arrowsIn(room)
  const reached = new Map([...arrows.keys()].map((name) => [name, reachedFrom(name, arrows)]))
  const circles = [...arrows.keys()].map((name) => [
    name,
    ...[...reached.get(name)!].filter((other) => other !== name && reached.get(other)?.has(name)),
  ])
  return circles.toSorted((a, b) => b.length - a.length)[0]?.toSorted() ?? []
}

describe('a folder', () => {
  const counted = ['src', 'tools']
    .flatMap(foldersIn)
    .map((folder) => [folder, readdirSync(folder).length] as const)

  it('has about a dozen children, or as few as it had', () => {
    const over = counted.filter(([folder, children]) => children > (OVER[folder] ?? MAX_CHILDREN))
    expect(over).toEqual([])
  })

  it('takes its number down with it', () => {
    const slack = counted.filter(([folder, children]) => children < (OVER[folder] ?? 0))
    expect(slack).toEqual([])
  })
})

describe.each(Object.keys(MAX_CIRCLE))('%s', (room) => {
  it('has no larger circle among its folders than it had', () => {
    const circle = largestCircle(room)
    expect(circle.length, circle.join(', ')).toBe(MAX_CIRCLE[room])
  })
})

it('says most of it in code', () => {
  const lines = ['src', 'tools']
    .flatMap(filesIn)
    .filter((file) => !file.endsWith('payload-types.ts'))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
  const comments = lines.filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line))
  expect((100 * comments.length) / lines.length).toBeLessThan(MAX_COMMENTS)
})
