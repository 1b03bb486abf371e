import { readdir, readFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { getHeapStatistics } from 'node:v8'
import { fileURLToPath } from 'node:url'
import { text } from '#words/index.ts'
import { administratorFiles, readAdministration } from './administrator.ts'
import type { Context } from './context.ts'
import { openStore } from './machine-store.ts'

/** Templates lie beside the folder of the bundle. */
const templates = new URL('../../templates/', import.meta.url)

/** What an administrator decided for this copy of the program. */
const beside = new URL('../../administrator.json', import.meta.url)

const isName = (name: string): boolean => /^[a-z0-9][a-z0-9-]*$/u.test(name)

/** The machine this program runs on. `JINGWEI_TODAY` fixes the day, for documents that must come out the same tomorrow. */
export async function openContext(signal: AbortSignal): Promise<Context> {
  const store = await openStore()
  const note = (line: string): void => void process.stderr.write(`${line}\n`)
  const { administration, broken } = await readAdministration(administratorFiles(process.platform, fileURLToPath(beside)))
  if (broken !== undefined) note(text('cli/administrator-broken', { file: broken }))
  return {
    store,
    administration,
    async record(event) {
      const written = await store.record(event)
      if (!written.ok) note(text('cli/not-audited', { code: written.error.code }))
    },
    today: process.env['JINGWEI_TODAY'] ?? new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
    now: () => Date.now(),
    heap: getHeapStatistics().heap_size_limit / 2 ** 20,
    newId,
    note,
    async template(name) {
      if (!isName(name)) return undefined
      try {
        return await readFile(new URL(`${name}/template.json`, templates), 'utf8')
      } catch {
        // There is no such template; the command says which there are.
        return undefined
      }
    },
    async templates() {
      const entries = await readdir(templates, { withFileTypes: true })
      return entries
        .filter(entry => entry.isDirectory())
        .map(entry => entry.name)
        .sort()
    },
    signal,
  }
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** 16 letters and digits, 95 random bits. */
function newId(): string {
  let id = ''
  while (id.length < 16) for (const byte of randomBytes(24)) if (byte < 248 && id.length < 16) id += letters.charAt(byte % 62)
  return id
}
