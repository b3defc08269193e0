// Describes where the files of uploaded images are stored: a folder of this machine, or a bucket that all machines share.
import type { ByteRange } from '@/domain/http/byteRange'

export interface StoredName {
  name: string
  changedAt: Date
}

/** Names are those of files: one segment. The content under a name never changes. */
export interface MediaStore {
  /** @throws when the whole file was not stored */
  put(name: string, bytes: Buffer, mimeType: string): Promise<void>
  /**
   * Undefined when there is nothing of that name.
   * @param range must lie within the file
   * @throws when the store cannot be asked
   */
  get(name: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined>
  /** It is no error when there is nothing. */
  remove(name: string): Promise<void>
  /** Everything that is there, in any order. @throws when the store cannot be asked */
  list(): AsyncIterable<StoredName>
}
