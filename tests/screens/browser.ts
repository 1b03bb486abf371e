import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Where the browser lies; undefined where none is installed. */
export function chromiumPath(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome'])
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
    } catch {
      // Not under this name.
    }
  return undefined
}

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })

/** A page that notes every breach of its policy and every error. */
export interface Watched {
  readonly page: Page
  readonly troubles: string[]
}

export async function openPage(browser: Browser, url: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme, reducedMotion: 'reduce' })
  const troubles: string[] = []
  await page.exposeFunction('noteTrouble', (trouble: string) => void troubles.push(trouble))
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', event => noteTrouble(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber))`,
  )
  page.on('pageerror', error => void troubles.push(String(error)))
  page.on('console', message => message.type() === 'error' && void troubles.push(message.text()))
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, troubles }
}

/** A picture for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync('out/screens', { recursive: true })
  await page.screenshot({ path: `out/screens/${name}.png` })
}
