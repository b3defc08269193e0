// Describes how grave an issue in a text is, and the field where an editor puts it right.

/** `block`: cannot be published like this. `advise`: can, but an editor should know. */
export type Severity = 'block' | 'advise'

/** An issue together with the name of the document's field that an editor has to change. */
export type At<Issue> = Issue & { field: string; severity: Severity }
