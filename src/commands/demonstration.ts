export async function importDemonstration(): Promise<void> {}
