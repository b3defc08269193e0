// Turns join fields off for reads that want rows as they are stored: each join asks another collection for every row.

/** To be spread into a read. Payload's type of `joins` does not know `false`. */
export const WITHOUT_JOINS: object = { joins: false }
