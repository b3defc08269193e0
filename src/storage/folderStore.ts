// Stores uploaded images in a folder.
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { MediaStore } from './mediaStore'

export function folderStore(folder: string): MediaStore {
  const fileOf = (name: string) => path.join(folder, path.basename(name))
  return {
    async put(name, bytes) {
      await mkdir(folder, { recursive: true })
      // Written aside and renamed, so that a full disk leaves no half of an image.
      const half = `${fileOf(name)}.${randomBytes(4).toString('hex')}.part`
      try {
        await writeFile(half, bytes, { flush: true })
        await rename(half, fileOf(name))
      } catch (error) {
        await rm(half, { force: true })
        throw error
      }
    },
    async get(name, range) {
      const found = await stat(fileOf(name)).catch(() => undefined)
      if (!found?.isFile()) return undefined
      return Readable.toWeb(createReadStream(fileOf(name), range)) as ReadableStream<Uint8Array>
    },
    remove: (name) => rm(fileOf(name), { force: true }),
    async *list() {
      // Before the first image there is no folder.
      const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return []
        throw error
      })
      for (const name of names) {
        const found = await stat(fileOf(name)).catch(() => undefined)
        if (found?.isFile()) yield { name, changedAt: found.mtime }
      }
    },
  }
}
