// Reads the form that a guest sent, no further than such a form can be long.
import type { Remark } from '@/domain/articles/review/remark'

/** A name and a remark of the longest kind, every character written as three percent-encoded bytes, and room to spare. */
const MAX_BYTES = 64 * 1024

/** Empty where a field is absent, or the body is no form or far too long. */
export async function readForm(request: Request): Promise<Remark> {
  const fields = new URLSearchParams(await readText(request))
  return { name: fields.get('name') ?? '', text: fields.get('text') ?? '' }
}

async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.byteLength
    if (bytes > MAX_BYTES) {
      await reader?.cancel()
      return ''
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}
