import { writeSync } from 'node:fs'
import { acquireLock, lockPathOf } from '#host/core/lock.ts'
import { thisMachine } from '#host/core/machine.ts'
import { recordEvent } from '#host/core/audit-log.ts'
import { hashOf, readWhole } from '#host/core/saving/content.ts'
import { saveFile } from '#host/core/saving/save-file.ts'
import { versionIn, versionOf } from './documents.ts'

/** Bytes of a document that takes a while to write. */
export const documentSize = 4 * 1024 ** 2

/** What another process does while a test kills it or races it. Every line printed is a promise. */
export async function childWork([sort, path = '', argument = '']: readonly string[]): Promise<void> {
  if (sort === 'save') await saveForEver(path, argument)
  else if (sort === 'audit') await recordForEver(path)
  else await raceForLock(path, Number(argument))
}

const say = (line: string): void => void writeSync(1, `${line}\n`)

async function saveForEver(path: string, backups: string): Promise<never> {
  const machine = thisMachine()
  let old = await readWhole(machine.files, path)
  say('ready')
  for (let version = (versionIn(old) ?? 0) + 1; ; version++) {
    const bytes = versionOf(version, documentSize)
    const saved = await saveFile(machine, { path, bytes, expected: hashOf(old), backups })
    if (!saved.ok) throw new Error(saved.error.code)
    say(String(version))
    old = bytes
  }
}

async function recordForEver(folder: string): Promise<never> {
  say('ready')
  for (let number = 0; ; number++) {
    const recorded = await recordEvent(thisMachine(), folder, { event: 'save', object: String(number), result: 'ok' })
    if (!recorded.ok) throw new Error(recorded.error.code)
    say(String(number))
  }
}

/** Tries once at the agreed moment and holds what it got long enough for everybody else to have tried. */
async function raceForLock(path: string, moment: number): Promise<void> {
  while (Date.now() < moment) await new Promise(resolve => void setImmediate(resolve))
  const lock = await acquireLock(thisMachine(), lockPathOf(path))
  say(lock.ok ? 'got' : lock.error.code)
  await new Promise(resolve => void setTimeout(resolve, 400))
}
