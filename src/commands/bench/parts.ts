// Lists what can be measured, in the order in which it is: from few articles to many.
import { benchImporter } from './importer'
import { benchPage } from './page'
import { benchPublish } from './publish'
import { benchWithdraw } from './withdraw'
import { benchScale } from './scale'
import { benchAnswer } from './answer'
import { benchCold } from './cold'
import { benchMemory } from './memory'
import type { Figure } from './report'
import type { BenchSite } from './site'

/** Figures, or why there are none. */
export type Part = (site: BenchSite) => Promise<Figure[] | string>

export const PARTS: Record<string, Part> = {
  page: benchPage,
  importer: benchImporter,
  publish: benchPublish,
  withdraw: benchWithdraw,
  scale: benchScale,
  cold: benchCold,
  answer: benchAnswer,
  memory: benchMemory,
}
