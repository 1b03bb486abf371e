import { describe, expect, test } from 'vitest'
import { crashDisk } from '#tests/durability/crash-disk.ts'
import { systemError } from '#tests/durability/faulty-files.ts'
import { testMachine } from '#tests/durability/test-machine.ts'
import { replace } from './replace.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A disk whose `rename` fails so many times with this code, and that notices whether the target was ever absent. */
async function replaced(failures: number, code: string, platform: NodeJS.Platform) {
  const disk = crashDisk()
  disk.makeFolders('/home')
  disk.write('/home/计划.jw', bytes('old'))
  disk.write('/home/temp', bytes('new'))
  let tries = 0
  let absent = 0
  let told = 0
  const rename = async (from: string, to: string): Promise<void> => {
    if (!disk.read('/home/计划.jw')) absent++
    if (tries++ < failures) throw systemError(code)
    return disk.files.rename(from, to)
  }
  const machine = testMachine({ ...disk.files, rename }, { platform })
  const result = await replace(machine, '/home/temp', '/home/计划.jw', () => void told++)
  return { disk, result, tries, absent, told, content: new TextDecoder().decode(disk.read('/home/计划.jw')) }
}

describe('[D4] another program has the file open', () => {
  describe.each(['EPERM', 'EACCES', 'EBUSY'])('%s on Windows', code => {
    test.each([0, 1, 5, 50])('%i times: it is replaced in the end', async failures => {
      const { result, tries, absent, told, content } = await replaced(failures, code, 'win32')
      expect({ isDone: result.ok, tries, absent, content }).toStrictEqual({ isDone: true, tries: failures + 1, absent: 0, content: 'new' })
      expect(told).toBe(failures > 30 ? 1 : 0)
    })

    test('for ever: the new text lies beside it under a name a person sees', async () => {
      const { disk, result, absent, told, content } = await replaced(Number.POSITIVE_INFINITY, code, 'win32')
      const rescued = '计划.rescued-20261124T093100Z.jw'
      expect(result).toStrictEqual({ ok: false, error: { code: 'busy', rescued } })
      expect(new TextDecoder().decode(disk.read(`/home/${rescued}`))).toBe('new')
      expect({ absent, told, content }).toStrictEqual({ absent: 0, told: 1, content: 'old' })
    })
  })

  test.each([
    ['EIO', 'win32', 'unreachable'],
    ['EACCES', 'linux', 'not-allowed'],
    ['EBUSY', 'darwin', 'busy'],
    ['ENOSPC', 'win32', 'disk-full'],
    ['EXDEV', 'linux', 'unreachable'],
  ] as const)('%s on %s is not waited for', async (code, platform, problem) => {
    const { result, tries } = await replaced(1, code, platform)
    expect([result, tries]).toStrictEqual([{ ok: false, error: { code: problem, system: code } }, 1])
  })
})
