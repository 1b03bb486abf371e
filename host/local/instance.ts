import { request } from 'node:http'
import { join } from 'node:path'
import { fromFrame, toFrame } from '#bridge/frame.ts'
import type { Machine } from '../core/machine.ts'
import { attempt, succeeds } from '../core/problem-of.ts'
import { bytesContent, readWhole } from '../core/saving/content.ts'
import { ensureFolder, writeWhole } from '../core/saving/write-durably.ts'
import { isSame, proofHeader, proofOf } from './guard.ts'

/** How the next start of the program reaches the one that runs. Only this user can read it. */
interface Instance {
  readonly port: number
  readonly key: string
  readonly instance: string
}

const pathIn = (userData: string): string => join(userData, 'local-host.json')

/** Leaves word of this run. Without it the next start cannot hand over, and says so. */
export async function noteInstance(machine: Machine, userData: string, instance: Instance): Promise<void> {
  const made = await attempt(() => ensureFolder(machine, userData))
  if (made.ok) await writeWhole(machine, pathIn(userData), bytesContent(Buffer.from(JSON.stringify(instance))), 'replace')
}

export async function forgetInstance(machine: Machine, userData: string, instance: string): Promise<void> {
  const found = await readInstance(machine, userData)
  if (found?.instance === instance) await succeeds(() => machine.files.unlink(pathIn(userData)))
}

async function readInstance({ files }: Machine, userData: string): Promise<Instance | undefined> {
  const bytes = await attempt(() => readWhole(files, pathIn(userData)))
  if (!bytes.ok) return undefined
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes.value)) as Partial<Record<keyof Instance, unknown>>
    const { port, key, instance } = value
    return typeof port === 'number' && typeof key === 'string' && typeof instance === 'string' ? { port, key, instance } : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Asks the run that has the port to open the file; gives the address of the new page, undefined if it is not ours. */
export async function handOver(machine: Machine, userData: string, port: number, path: string | null): Promise<string | undefined> {
  const found = await readInstance(machine, userData)
  if (found?.port !== port) return undefined
  const body = toFrame({ path })
  const headers = { [proofHeader]: proofOf(found.key, body), 'content-type': 'application/octet-stream' }
  const answer = await post(port, headers, body)
  const value = answer && (fromFrame(answer) as { readonly value?: { readonly url?: unknown; readonly proof?: unknown } } | null)
  const { url, proof } = value?.value ?? {}
  // Whoever took the port after a crash of ours does not know the key.
  return typeof url === 'string' && typeof proof === 'string' && isSame(proof, proofOf(found.key, url)) ? url : undefined
}

/** Undefined when nobody answers, or not with what we ask for. */
function post(port: number, headers: Record<string, string>, body: Uint8Array): Promise<Uint8Array | undefined> {
  return new Promise(resolve => {
    const sent = request({ host: '127.0.0.1', port, path: '/handover', method: 'POST', headers, timeout: 3_000 }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(response.statusCode === 200 ? Buffer.concat(parts) : undefined))
    })
    sent.on('timeout', () => sent.destroy())
    sent.on('error', () => resolve(undefined))
    sent.end(body)
  })
}
