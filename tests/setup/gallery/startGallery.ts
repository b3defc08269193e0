// A site of its own with a page of every kind, none of them bare.
import { startSite, type RunningSite } from '../site'
import type { Filled } from './pages'

interface Gallery {
  site: RunningSite
  filled: Filled
}

export async function startGallery(): Promise<Gallery> {
  const site = await startSite()
  try {
    const said = await site.runScript('tests/setup/gallery/fillSite.ts')
    // The last line says where the private pages are.
    return { site, filled: JSON.parse(said.trim().split('\n').at(-1) ?? '') }
  } catch (error) {
    await site.stop()
    throw error
  }
}
