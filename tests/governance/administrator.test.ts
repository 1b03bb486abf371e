import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { administratorFiles, readAdministration, standardAdministration } from '#cli/administrator.ts'
import { stopMarkedSource } from '#cli/commands/secret-guard.ts'
import type { Context } from '#cli/context.ts'
import type { Recorded } from '#cli/store.ts'
import { csv } from '../imports/take-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'jingwei-administrator-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('[G1] the administrator’s file', () => {
  test('lies where no user may write, the machine’s own first', () => {
    expect(administratorFiles('linux', '/opt/jingwei/administrator.json')).toStrictEqual([
      '/etc/jingwei/administrator.json',
      '/opt/jingwei/administrator.json',
    ])
    expect(administratorFiles('win32', 'x')[0]).toBe('C:\\ProgramData\\Jingwei\\administrator.json')
    expect(administratorFiles('darwin', 'x')[0]).toBe('/Library/Application Support/Jingwei/administrator.json')
  })

  test('decides, the first that is there; without one the guard is on', async () => {
    const nowhere = join(folder, 'nowhere.json')
    const off = file('off.json', '{"secretMarks":{"enabled":false}}')
    const words = file('words.json', '{"secretMarks":{"words":["内部件"],"sentence":"请联系保密办。"}}')
    expect(await readAdministration([nowhere])).toStrictEqual({ administration: standardAdministration })
    expect(standardAdministration).toStrictEqual({ secretMarks: { enabled: true, words: [], sentence: '' } })
    expect((await readAdministration([nowhere, off, words])).administration.secretMarks.enabled).toBe(false)
    expect((await readAdministration([words, off])).administration.secretMarks).toStrictEqual({
      enabled: true,
      words: ['内部件'],
      sentence: '请联系保密办。',
    })
  })

  test('that is there and cannot be read is told, and the next does not decide instead', async () => {
    const off = file('off.json', '{"secretMarks":{"enabled":false}}')
    expect(await readAdministration([folder, off])).toStrictEqual({ administration: standardAdministration, broken: folder })
  })

  test.each(['', '{', '[]', '{"secretMarks":{"enabled":"no"}}', '{"secretMark":{"enabled":false}}'])(
    'that says %j is told, and does not switch the guard off',
    async text => {
      const broken = file('broken.json', text)
      expect(await readAdministration([broken])).toStrictEqual({ administration: standardAdministration, broken })
    },
  )
})

/** What a guard with this administration says of a list, and what it records. */
async function said(secretMarks: Partial<(typeof standardAdministration)['secretMarks']>, text: string) {
  const recorded: Recorded[] = []
  const context = {
    administration: { secretMarks: { ...standardAdministration.secretMarks, ...secretMarks } },
    record: async (event: Recorded) => void recorded.push(event),
  } as unknown as Context
  try {
    await stopMarkedSource(context, 'd', [csv('a.csv', text)])
    return { message: '', recorded }
  } catch (error) {
    return { message: (error as Error).message, recorded }
  }
}

describe('[G1] the guard', () => {
  const list = '名称,备注\n甲,密级：机密\n'

  test('stops with place, mark and the sentence of the house, and records it without content', async () => {
    const { message, recorded } = await said({ sentence: '请联系保密办。' }, list)
    expect(message).toMatch(/^「a\.csv」工作表「a」第 2 行.*密级:机密.*没有写入.*请联系保密办。$/u)
    expect(recorded).toStrictEqual([{ event: 'refused', object: 'd', result: 'secret-mark' }])
  })

  test('can be switched off, and given words', async () => {
    expect(await said({ enabled: false }, list)).toStrictEqual({ message: '', recorded: [] })
    expect((await said({}, '名称\n内部件\n')).message).toBe('')
    expect((await said({ words: ['内部件'] }, '名称\n内部件\n')).message).toMatch(/内部件/u)
  })
})
