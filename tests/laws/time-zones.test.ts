import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, test } from 'vitest'

const exhibit = fileURLToPath(new URL('../museum/format-1.jw', import.meta.url))

test('[F6] equal models are equal bytes in every time zone and language', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-'))
  try {
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        ssr: fileURLToPath(new URL('../support/rewrite.ts', import.meta.url)),
        outDir: folder,
        rolldownOptions: { output: { entryFileNames: 'rewrite.mjs' } },
      },
      ssr: { noExternal: true },
    })
    const places = [
      { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
      { TZ: 'America/New_York', LANG: 'C' },
      { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8' },
    ]
    const printed = places.map(place =>
      execFileSync(process.execPath, [join(folder, 'rewrite.mjs'), exhibit], { env: place, encoding: 'utf8' }).split(' '),
    )
    expect(new Set(printed.map(([, offset]) => offset)).size, 'time zones that took effect').toBe(places.length)
    const digest = createHash('sha256').update(readFileSync(exhibit)).digest('hex')
    expect(printed.map(([sum]) => sum)).toStrictEqual(places.map(() => digest))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
