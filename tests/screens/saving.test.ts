import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workplace } from '../cli/harness.ts'
import { chromiumPath, launch, openPage, picture } from './browser.ts'

const executable = chromiumPath()
const isBuilt = existsSync('dist/renderer/index.html')

describe.skipIf(executable === undefined || !isBuilt)('the page on its machine', () => {
  const { folder, run, environment, main } = workplace()
  let browser: Browser
  let host: ChildProcess | undefined
  beforeAll(async () => {
    browser = await launch(executable ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    host?.kill('SIGTERM')
  })

  test('opens the file, saves a changed name into it, and does not write over what another program saved', async () => {
    expect((await run('new', 's.jw', '--template', 'sanzi')).code).toBe(0)
    const { page, troubles } = await openPage(browser, await startedFor('s.jw'))
    await page.getByRole('contentinfo').getByText('s.jw').waitFor()
    await page.getByRole('navigation').getByRole('button', { name: '建立指标体系' }).click()
    await page.getByRole('cell', { name: '非现金支付率' }).getByRole('button').click()
    const name = page.getByRole('textbox', { name: '名称' })
    await name.fill('非现金支付比率')
    await page.keyboard.press('Control+s')
    await page.getByRole('contentinfo').getByText('已保存').waitFor()
    await picture(page, 'saved')
    expect((await run('list', 's.jw', 'indicator')).out).toContain('非现金支付比率')
    // Undoing past the save is a change again.
    await page.keyboard.press('Control+z')
    await page.getByRole('contentinfo').getByText('有改动').waitFor()
    await overwritten(join(folder, 's.jw'))
    await page.keyboard.press('Control+s')
    expect(await page.getByRole('alert').innerText()).toContain('被别的程序改过')
    await picture(page, 'conflict')
    expect(await name.inputValue()).toBe('非现金支付率')
    expect(troubles).toStrictEqual([])
    await page.close()
  })

  /** The address that a started host prints. */
  async function startedFor(file: string): Promise<string> {
    const child = spawn(process.execPath, [main, 'serve', file, '--no-open', '--port', '0'], { cwd: folder, env: environment })
    host = child
    return new Promise((resolve, reject) => {
      child.stdout.once('data', (line: Buffer) => resolve((JSON.parse(line.toString()) as { url: string }).url))
      child.once('exit', code => reject(new Error(`ended with ${code}`)))
    })
  }

  /** Another program that heeds no lock puts another document in its place. */
  async function overwritten(path: string): Promise<void> {
    expect((await run('new', 'other.jw', '--template', 'blank')).code).toBe(0)
    copyFileSync(join(folder, 'other.jw'), path)
  }
})
