import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalHost, type LocalHostOptions, startLocalHost } from '#host/local/main.ts'
import { thisMachine } from '#host/core/machine.ts'
import { hashOf } from '#host/core/saving/content.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const machine = thisMachine()

/** A home folder with two documents, a list and what a chooser must not show. */
export function newHome() {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'jingwei-host-')))
  const folder = join(home, '文档')
  for (const one of [folder, join(home, '.ssh'), join(home, 'pages')]) mkdirSync(one)
  writeFileSync(join(home, '.ssh', 'id.jw'), 'secret')
  writeFileSync(join(folder, '甲.jw'), 'version 1')
  writeFileSync(join(folder, '乙.jw'), 'other')
  writeFileSync(join(folder, '清单.csv'), '事项\n')
  writeFileSync(join(home, 'pages', 'index.html'), '<!doctype html><title>经纬</title>')
  writeFileSync(join(home, 'pages', 'main.js'), 'export {}')
  writeFileSync(join(home, 'pages', 'main.js.map'), '{}')
  return { home, folder, userData: join(home, '.user'), file: join(folder, '甲.jw'), pages: join(home, 'pages') }
}

export type Home = ReturnType<typeof newHome>

export const version1 = hashOf(bytesOf('version 1'))

/** A host of this process. What it calls a bug of ours fails the test that looks at `failures`. */
export async function startHost(
  home: Home,
  options: Partial<LocalHostOptions> = {},
): Promise<LocalHost & { readonly failures: unknown[] }> {
  const failures: unknown[] = []
  const started = await startLocalHost(machine, {
    ...home,
    port: 0,
    file: undefined,
    absent: '没有界面',
    version: '0.0.0',
    reveal: () => Promise.resolve(true),
    life: { idle: 60_000, first: 60_000 },
    failed: error => failures.push(error),
    ...options,
  })
  if (!started.ok) throw new Error(started.error.code)
  return { ...started.value, failures }
}
