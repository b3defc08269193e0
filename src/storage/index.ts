// Opens the store that the settings name for the files of images.
import path from 'node:path'
import { settings } from '@/env'
import { folderStore } from './folderStore'
import type { MediaStore } from './mediaStore'
import { s3Store } from './s3Store'

export function mediaStore(): MediaStore {
  const { dataDir, s3 } = settings()
  return s3 ? s3Store(s3) : folderStore(path.join(dataDir, 'media'))
}
