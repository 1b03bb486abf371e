import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is not taken, as an HTTP status. */
export type Refused = 400 | 403 | 404 | 405 | 413 | 415 | 421

/** The names under which a page carries its session and the next start of the program its proof. */
export const sessionHeader = 'x-jingwei-session'
export const proofHeader = 'x-jingwei-proof'

/** The value of a header that is there exactly once. Node joins or drops doubled ones; a guard wants to know. */
export function single(request: Pick<IncomingMessage, 'rawHeaders'>, name: string): string | undefined {
  const values = request.rawHeaders.filter((_, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === name)
  return values.length === 1 ? values[0] : undefined
}

/** Whether a secret is the right one; how long that takes says nothing of where they differ. */
export function isSame(given: string | undefined, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given ?? ''), digest(secret)) && given !== undefined
}

/** A name that somebody made lead here by changing what it resolves to is not ours (DNS rebinding). */
export const isAddressed = (request: IncomingMessage, port: number): boolean => single(request, 'host') === `127.0.0.1:${port}`

/**
 * Whether a message comes from a page that we served: from our origin, by script, with bytes. A form, an image or another
 * site's script can send none of these. Whose page it is, its session says. Source: reliability §2.9.
 */
export function refusalOf(request: IncomingMessage, port: number): Refused | undefined {
  if (!isAddressed(request, port)) return 421
  if (request.method !== 'POST') return 405
  if (single(request, 'origin') !== `http://127.0.0.1:${port}`) return 403
  if (single(request, 'sec-fetch-site') !== 'same-origin') return 403
  return single(request, 'content-type') === 'application/octet-stream' ? undefined : 415
}

/** The next start of the program itself, no page: a browser would say where it comes from. What it says is proven by the key. */
export function isProgram(request: IncomingMessage, port: number): boolean {
  const fromBrowser = ['origin', 'sec-fetch-site', 'sec-fetch-mode', 'referer'].some(name => request.headers[name] !== undefined)
  return isAddressed(request, port) && request.method === 'POST' && !fromBrowser
}

/** What only somebody with the key can say of a text. */
export const proofOf = (key: string, text: string | Uint8Array): string => createHmac('sha256', key).update(text).digest('hex')
