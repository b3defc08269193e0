// Before the browser tests: a browser, found once for all of them.
import { requireChromium } from './chromium'

export default function setup() {
  process.env.CHROMIUM_PATH = requireChromium()
}
