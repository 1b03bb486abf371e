import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyAudit } from '#host/core/audit-log.ts'
import { thisMachine } from '#host/core/machine.ts'
import { workplace } from './harness.ts'

/** What the audit log of a workplace holds, oldest first. */
function audited(folder: string): readonly { readonly event: string; readonly result: string; readonly object: string }[] {
  const audit = join(folder, '.user', 'audit')
  return readdirSync(audit)
    .filter(name => name.endsWith('.jsonl'))
    .sort()
    .flatMap(name =>
      readFileSync(join(audit, name), 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as { event: string; result: string; object: string }),
    )
}

test('[G1] a source with a mark is not taken in, whatever is accepted; a document with one does not go out', async () => {
  const { run, folder } = workplace()
  writeFileSync(join(folder, 'l.csv'), '机密★10年,,\n实施部门,事项名称,事项编码\n区民政局,结婚登记,A-1\n')
  for (const more of [[], ['--dry-run'], ['--accept', 'partial'], ['--json']]) {
    const { code, err, out } = await run('import', 'a.jw', 'l.csv', ...more)
    expect(code).toBe(3)
    expect(err).toMatch(/第 1 行有国家秘密标志“机密★”.*没有写入/u)
    expect(out).toBe('')
  }
  expect(existsSync(join(folder, 'a.jw'))).toBe(false)
  await run('new', 'b.jw')
  await run('add', 'b.jw', 'item', '甲', '备注=密级：秘密')
  const before = readFileSync(join(folder, 'b.jw'))
  const refused = await run('export', 'b.jw', '--out', 'b.xlsx')
  expect(refused.code).toBe(3)
  expect(refused.err).toMatch(/「甲」的备注里有国家秘密标志“密级:秘密”，没有导出/u)
  expect(existsSync(join(folder, 'b.xlsx'))).toBe(false)
  expect(readFileSync(join(folder, 'b.jw')).equals(before)).toBe(true)
  await run('set', 'b.jw', '甲', '备注', '商业秘密保护')
  expect(await run('export', 'b.jw', '--out', 'b.xlsx')).toMatchObject({ code: 0 })
})

test('[G4] opening, saving, importing, exporting and refusing stand in the audit log, without content', async () => {
  const { run, folder } = workplace()
  writeFileSync(join(folder, 'l.csv'), '实施部门,事项名称\n区民政局,结婚登记\n')
  writeFileSync(join(folder, 's.csv'), '名称,备注\n甲,密级：机密\n')
  writeFileSync(join(folder, 'x.xlsx'), 'PK\u0003\u0004')
  await run('import', 'a.jw', 'l.csv')
  await run('export', 'a.jw', '--out', 'a.xlsx')
  await run('export', 'a.jw', '--out', 'a.xlsx')
  await run('import', 'a.jw', 's.csv')
  await run('import', 'a.jw', 'x.xlsx')
  const lines = audited(folder)
  expect(lines.map(({ event, result }) => `${event} ${result}`)).toStrictEqual([
    'save ok',
    'import ok',
    'open ok',
    'export ok',
    'open ok',
    'export already-exists',
    'open ok',
    'refused secret-mark',
    'open ok',
    'import damaged',
  ])
  expect(new Set(lines.map(one => one.object)).size).toBe(1)
  expect(JSON.stringify(lines)).not.toMatch(/结婚登记|机密|a\.jw/u)
  const checked = await verifyAudit(thisMachine(), join(folder, '.user', 'audit'))
  expect(checked).toMatchObject({ ok: true, value: { lines: 10, broken: undefined } })
})
