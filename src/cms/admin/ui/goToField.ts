// Brings an editor to the field that an issue names, whichever tab holds it.
'use client'

const INPUTS = 'input, textarea, button, [contenteditable="true"]'

const find = (field: string): HTMLElement | null =>
  document.getElementById(`field-${field.replaceAll('.', '__')}`) ??
  document.querySelector<HTMLElement>(`[data-field-path="${CSS.escape(field)}"]`)

const nextFrame = () => new Promise((resolve) => setTimeout(resolve, 100))

/** An inactive tab renders no fields: each is opened until the field is there. */
async function open(field: string): Promise<HTMLElement | null> {
  const found = find(field)
  if (found) return found
  for (const tab of document.querySelectorAll<HTMLElement>('.tabs-field__tab-button')) {
    tab.click()
    await nextFrame()
    const shown = find(field)
    if (shown) return shown
  }
  return null
}

export async function goToField(field: string): Promise<void> {
  const element = (await open(field)) ?? (await open(field.split('.')[0] ?? field))
  if (!element) return
  element.scrollIntoView({ block: 'center' })
  const input = element.matches(INPUTS) ? element : element.querySelector<HTMLElement>(INPUTS)
  input?.focus({ preventScroll: true })
}
