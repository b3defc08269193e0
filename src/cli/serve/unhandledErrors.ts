// Logs errors that no code waited for, and survives them.

/**
 * A connection may break under work that no code awaits any more, in a library as well. What counts is in the database, each
 * step in a transaction: to go on loses nothing, to end would lose the pages in memory just when they are needed.
 */
export function surviveUnhandledErrors(): void {
  process.on('unhandledRejection', (error) => console.error('Nobody waited for this:', error))
  process.on('uncaughtException', (error) => console.error('Nobody caught this:', error))
}
