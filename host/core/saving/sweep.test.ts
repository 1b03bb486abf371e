import { expect, test } from 'vitest'
import { crashDisk } from '#tests/durability/crash-disk.ts'
import { testMachine } from '#tests/durability/test-machine.ts'
import { hashOf } from './content.ts'
import { sweepTemps } from './sweep.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('[D1] temps a killed save left go after a day, except those somebody waits for', async () => {
  const disk = crashDisk()
  disk.makeFolders('/home/folder.tmp')
  const names = ['.jw-00000001.tmp', '.jw-00000002.tmp', '.jw-0000000g.tmp', '.jw-00000003.lock', 'x.tmp', '计划.jw']
  for (const name of names) disk.write(`/home/${name}`, bytes(name))
  const machine = testMachine(disk.files)
  const ages: ReadonlyMap<string, number> = new Map([['.jw-00000004.tmp', 3_600_000]])
  disk.write('/home/.jw-00000004.tmp', bytes('young'))
  disk.write('/home/.jw-00000005.tmp', bytes('theirs'))
  const linkFacts = async (path: string) => {
    const facts = await disk.files.linkFacts(path)
    const age = ages.get(path.slice('/home/'.length)) ?? 25 * 3_600_000
    return { ...facts, modifiedMs: machine.clock.now() - age, owner: path.endsWith('5.tmp') ? 1000 : 0 }
  }
  const waitedFor = new Set([hashOf(bytes('.jw-00000002.tmp'))])
  const swept = await sweepTemps({ ...machine, files: { ...disk.files, linkFacts } }, ['/home', '/home', '/gone'], waitedFor)
  expect(swept).toStrictEqual({ removed: 1, wanted: ['/home/.jw-00000002.tmp'] })
  expect(disk.names('/home')).toStrictEqual([...names.slice(1), '.jw-00000004.tmp', '.jw-00000005.tmp', 'folder.tmp'].sort())
})
