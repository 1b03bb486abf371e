import { existsSync } from 'node:fs'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workplace } from '../cli/harness.ts'
import { chromiumPath, launch, openPage, picture } from './browser.ts'
import { serve, type Served } from './serve.ts'

const executable = chromiumPath()
const isBuilt = existsSync('dist/renderer/index.html')
if (executable === undefined) console.warn('tests/screens: skipped, no chromium is installed')
if (!isBuilt) console.warn('tests/screens: skipped, npm run build was not run')

/** What axe finds on a page, as sentences. Evaluated from outside: the page's policy is not asked. */
async function barriers(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate<{ violations: { id: string; nodes: { target: string[] }[] }[] }>(`${axe.source}; axe.run()`)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(one => one.target.join(' ')).join(', ')}`)
}

describe.skipIf(executable === undefined || !isBuilt)('the built page', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serve('dist/renderer')
    browser = await launch(executable ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  test('shows the numbers that the command line prints, breaks no policy and leaves nobody out', async () => {
    const { run } = workplace()
    expect((await run('new', 's.jw', '--template', 'sanzi')).code).toBe(0)
    const ready = JSON.parse((await run('ready', 's.jw', '--json')).out) as Ledger
    const { steps } = JSON.parse((await run('steps', 's.jw', '--json')).out) as { steps: { step: string; done: number; total: number }[] }
    const { page, troubles } = await openPage(browser, served.url)
    const kpis = await page.locator('.kpi').allInnerTexts()
    const spoken = kpis.map(one => one.replace(/\s+/gu, ' '))
    for (const [index, rate] of [ready.satisfaction, ready.minuteSatisfaction].entries())
      expect(spoken[index]).toContain(`${rate.rate.toFixed(2)} % ${rate.satisfied} / ${rate.needed}`)
    expect(spoken[2]).toContain(`${ready.items.ready} / ${ready.items.total}`)
    for (const { step, done, total } of steps) {
      const ring = await page.locator(`[data-step="${step}"] .ring text`).textContent()
      expect(ring, step).toBe(total === 0 ? '–' : String(Math.floor((done * 100) / total)))
      if (step.startsWith('R')) expect(await page.locator(`[data-step="${step}"] .card-counts`).innerText()).toContain(`${done}/${total}`)
    }
    expect(await barriers(page)).toStrictEqual([])
    await picture(page, 'overview')
    await page.locator('[data-step="L7"] h2 button').hover()
    expect(await page.locator('.verifies.lit').count()).toBe(1)
    expect(await page.locator('[data-step="R3"].lit').count()).toBe(1)
    await picture(page, 'overview-lit')
    expect(troubles).toStrictEqual([])
    await page.close()
  })

  test('every number of the home page opens a list, and back leads home', async () => {
    const { page, troubles } = await openPage(browser, served.url)
    const count = await page.locator('.kpi button, .card button').count()
    expect(count).toBeGreaterThan(55)
    for (let index = 0; index < count; index++) {
      await page.locator('.kpi button, .card button').nth(index).click()
      await page.waitForFunction(`location.hash !== '#/overview' && document.querySelector('.stage') === null`)
      expect(await page.locator('main h1').innerText()).not.toBe('')
      await page.goBack()
      await page.locator('.stage').waitFor()
    }
    expect(troubles).toStrictEqual([])
    await page.close()
  })

  test('a name is changed, shows everywhere, is taken back and done again by keyboard', async () => {
    const { page, troubles } = await openPage(browser, served.url)
    await page.getByRole('navigation').getByRole('button', { name: '建立指标体系' }).click()
    await page.getByRole('cell', { name: '非现金支付率' }).getByRole('button').click()
    await picture(page, 'indicators')
    const before = await findingTotal(page)
    const name = page.getByRole('textbox', { name: '名称' })
    await name.fill('财务公开及时率')
    await name.press('Enter')
    await page.locator('.row-link', { hasText: '财务公开及时率' }).nth(1).waitFor()
    expect(await findingTotal(page)).toBeGreaterThan(before)
    await page.keyboard.press('Control+z')
    await page.locator('.row-link', { hasText: '非现金支付率' }).waitFor()
    expect([await name.inputValue(), await findingTotal(page)]).toStrictEqual(['非现金支付率', before])
    await page.keyboard.press('Control+y')
    expect(await name.inputValue()).toBe('财务公开及时率')
    await name.fill('')
    await name.press('Enter')
    expect(await page.getByRole('alert').innerText()).toContain('名称不能为空')
    await name.press('Escape')
    expect(await name.inputValue()).toBe('财务公开及时率')
    expect(troubles).toStrictEqual([])
    await page.close()
  })

  test('why an item waits, from its row to the services that would make it ready', async () => {
    const { page, troubles } = await openPage(browser, `${served.url}#/step/R4/all`)
    await page.getByRole('button', { name: '村干部任期和离任经济责任审计', exact: true }).click()
    await picture(page, 'items')
    await page.getByRole('complementary').getByRole('button', { name: '为什么还没就绪' }).click()
    await page.getByRole('heading', { level: 1, name: /为什么还没就绪/u }).waitFor()
    expect(await page.locator('.reason.bad, .reason.wait').count()).toBe(3)
    expect(await barriers(page)).toStrictEqual([])
    await picture(page, 'readiness')
    expect(troubles).toStrictEqual([])
    await page.close()
  })

  test.each(['overview', 'step/L4/all', 'step/L5/missing', 'step/R1/findings', 'findings/all', 'list/plan', 'list/elements'])(
    '%s in the dark leaves nobody out',
    async place => {
      const { page, troubles } = await openPage(browser, `${served.url}#/${place}`, 'dark')
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
      expect(await barriers(page)).toStrictEqual([])
      await picture(page, `dark-${place.replaceAll('/', '-')}`)
      await page.getByRole('button', { name: '换成浅色' }).click()
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('light')
      expect(await barriers(page)).toStrictEqual([])
      await picture(page, `light-${place.replaceAll('/', '-')}`)
      expect(troubles).toStrictEqual([])
      await page.close()
    },
  )
})

interface Rate {
  readonly rate: number
  readonly satisfied: number
  readonly needed: number
}

interface Ledger {
  readonly satisfaction: Rate
  readonly minuteSatisfaction: Rate
  readonly items: { readonly ready: number; readonly total: number }
}

/** The number beside the entry of all findings in the navigation. */
async function findingTotal(page: Page): Promise<number> {
  return Number(await page.getByRole('navigation').getByRole('button', { name: '待处理' }).locator('.entry-count').innerText())
}
