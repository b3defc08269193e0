// Describes a command that was called in a way it does not understand: exit code 2, nothing done.
export class UsageError extends Error {
  readonly exitCode = 2
}
