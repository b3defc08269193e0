// The one way in which tests open a browser.
import { chromium, type Browser } from 'playwright'
import { requireChromium } from './chromium'

/** Containers have no sandbox and no graphics; the rest keeps the browser from talking to anybody but the site. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The caller closes it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: requireChromium(), args: FLAGS })
