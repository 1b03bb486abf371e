import { realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, folderOpener, openBrowser } from '#host/local/browser.ts'
import { handOver } from '#host/local/instance.ts'
import { type LocalHost, startLocalHost, usualPort } from '#host/local/main.ts'
import { thisMachine } from '#host/core/machine.ts'
import { userDataFolder } from '#host/core/user-data.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import { failed } from '../document-file.ts'
import { exitCodes } from '../output/exit-codes.ts'
import { CommandError, type Outcome } from '../output/outcome.ts'

export interface ServeOptions {
  readonly mayOpen: boolean
  readonly port: string | undefined
  /** Seconds to stay without a page. */
  readonly idle: string | undefined
}

/** The pages, as built, lie beside the bundle. */
const pages = fileURLToPath(new URL('../../dist/renderer/', import.meta.url))

const usualIdle = 60

/** A person copies the address by hand; so the first page may take that many times longer. */
const patience = 10

/**
 * Answers the workbench's pages on this machine until the last of them is gone, or Ctrl-C. Where the workbench runs already,
 * it opens the file there.
 */
export async function serve(context: Context, file: string | undefined, options: ServeOptions): Promise<Outcome> {
  const path = file === undefined ? undefined : resolve(file)
  const read = path === undefined ? undefined : await context.store.read(path)
  if (file !== undefined && read && !read.ok) failed(read.error, file, exitCodes.refused)
  const port = numberOf(options.port, 'port', 65_535) ?? usualPort
  const idle = (numberOf(options.idle, 'idle', 86_400) ?? usualIdle) * 1_000
  const machine = thisMachine()
  const { env, platform } = process
  const userData = userDataFolder({ platform, home: homedir(), workingFolder: process.cwd(), variables: env })
  const started = await startLocalHost(machine, {
    userData,
    home: await realpath(homedir()),
    port,
    file: path,
    pages,
    absent: text('cli/serve-no-pages'),
    version: '0.1.0',
    reveal: folderOpener({ platform, variables: env }),
    life: { idle, first: idle * patience },
    failed: error => context.note(`${text('cli/bug')}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  })
  const url = started.ok ? started.value.url : await handOver(machine, userData, port, path ?? null)
  if (url === undefined) throw new CommandError('port-taken', text('cli/serve-port-taken', { port }), exitCodes.refused)
  const shown = { json: { url }, text: await told(url, userData, options) }
  if (!started.ok) return shown
  return { ...shown, meanwhile: () => untilClosed(started.value, context.signal) }
}

/** Where nothing is opened, a line for programs; else a sentence for people. */
async function told(url: string, userData: string, { mayOpen }: ServeOptions): Promise<string> {
  if (!mayOpen) return JSON.stringify({ url })
  const browser = await findBrowser({ platform: process.platform, variables: process.env })
  const isOpened = browser !== undefined && (await openBrowser(browser, url, userData))
  return isOpened ? text('cli/serve-opened') : text('cli/serve-open-yourself', { url })
}

async function untilClosed(host: LocalHost, signal: AbortSignal): Promise<void> {
  const close = (): void => void host.close()
  signal.addEventListener('abort', close, { once: true })
  for (const name of ['SIGTERM', 'SIGHUP'] as const) process.once(name, close)
  if (signal.aborted) close()
  await host.closed
}

function numberOf(written: string | undefined, option: string, most: number): number | undefined {
  if (written === undefined) return undefined
  const value = Number(written)
  if (/^\d+(?:\.\d+)?$/u.test(written) && value <= most && (option !== 'port' || Number.isInteger(value))) return value
  throw new CommandError('usage', text('cli/serve-number', { option, written, most }), exitCodes.usage)
}
