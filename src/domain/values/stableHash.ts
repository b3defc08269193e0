// Makes a short hash that is the same on every machine; for recognising equal texts, never for secrets.

/**
 * `length` hexadecimal digits (at most 16) of the text's UTF-16 code units. The mixing is cyrb53's (bryc, public
 * domain): two 32-bit lanes that are crossed at the end. `seed` gives independent hashes of one text.
 */
export function stableHash(text: string, length = 16, seed = 0): string {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (hex(a) + hex(b)).slice(0, length)
}

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0')
