// What Node must be told before it loads Payload.

/** Lexical's entry for Node awaits an import at its top level, which Node 20 may leave waiting for ever; this condition goes round that entry. */
export const NODE_FLAGS = ['--conditions=production']
