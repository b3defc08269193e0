// Lists what can be measured, in the order in which it is: from few articles to many.
import { benchImporter } from './parts/importer'
import { benchPage } from './parts/page'
import { benchPublish } from './parts/publish'
import { benchWithdraw } from './parts/withdraw'
import { benchScale } from './parts/scale'
import { benchAnswer } from './parts/answer'
import { benchCold } from './parts/cold'
import { benchMemory } from './parts/memory'
import type { Figure } from './report'
import type { BenchSite } from './site/benchSite'

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
