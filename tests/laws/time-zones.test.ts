import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { workbook } from '../imports/take-in.ts'

const exhibit = fileURLToPath(new URL('../museum/format-1.jw', import.meta.url))

test('[F6, T5] equal models are equal bytes, equal exports and equal imports in every time zone and language', async () => {
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
    const dates = [
      ['部门', '名称', '完成时间'],
      ['县政府', '甲', new Date(Date.UTC(2024, 1, 29))],
      ['县政府', '乙', new Date(Date.UTC(1999, 11, 31))],
    ]
    const list = join(folder, 'l.xlsx')
    writeFileSync(list, (await workbook('l.xlsx', [{ name: '清单', rows: dates }])).bytes)
    const places = [
      { TZ: 'UTC', LANG: 'C' },
      { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
      { TZ: 'America/New_York', LANG: 'C' },
      { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8' },
    ]
    const printed = places.map(place =>
      execFileSync(process.execPath, [join(folder, 'rewrite.mjs'), exhibit, list], { env: place, encoding: 'utf8' }).split(' '),
    )
    expect(new Set(printed.map(([, offset]) => offset)).size, 'time zones that took effect').toBe(places.length)
    for (const at of [2, 3]) expect(new Set(printed.map(one => one[at])).size).toBe(1)
    expect(printed[0]?.[3]).toContain('2024-02-29')
    expect(printed[0]?.[3]).toContain('1999-12-31')
    const digest = createHash('sha256').update(readFileSync(exhibit)).digest('hex')
    expect(printed.map(([sum]) => sum)).toStrictEqual(places.map(() => digest))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
