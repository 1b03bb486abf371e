import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { callsOver } from '#bridge/caller.ts'
import { events, type HostApi } from '#bridge/contract.ts'
import { fromFrame, toFrame } from '#bridge/frame.ts'
import { type EventName, eventNames } from '#bridge/names.ts'

export interface Answered {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

export interface Sent {
  readonly port: number
  readonly path: string
  readonly method?: string
  readonly headers?: Headers
  readonly body?: Uint8Array
}

/** What a page of ours sends; headers that are undefined are left out. */
export const pageHeadersAt = (port: number, session?: string): Headers => ({
  host: `127.0.0.1:${port}`,
  origin: `http://127.0.0.1:${port}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/octet-stream',
  'x-jingwei-session': session,
})

/** One request with exactly these headers, as no browser would let a test send them. Status 0: the connection was cut. */
export function send({ port, path, method = 'POST', headers = {}, body }: Sent): Promise<Answered> {
  return new Promise(resolve => {
    const sent = opened({ port, path, method, headers }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('close', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }))
    })
    sent.on('error', () => resolve({ status: 0, headers: {}, body: Buffer.alloc(0) }))
    sent.end(body)
  })
}

function opened({ port, path, method, headers }: Sent, onResponse: (response: IncomingMessage) => void): ClientRequest {
  const given = Object.entries(headers ?? {}).flatMap(([name, value]) => [value ?? []].flat().flatMap(one => [name, one]))
  return request({ host: '127.0.0.1', port, path, method, headers: given, agent: false }, onResponse)
}

/** A page of the workbench: its session, its calls, what it was told. */
export interface TestPage {
  readonly host: Omit<HostApi, 'on'>
  readonly session: string
  readonly raw: (name: string, input: unknown) => Promise<unknown>
  /** The next of these events, parsed; waits for it. */
  readonly told: (name: EventName) => Promise<unknown>
  /** Hangs up, as a page does that is closed. */
  readonly leave: () => void
}

/** Opens the page of an address. `isListening` false: a page that never hears anything. */
export async function openPage(url: string, isListening = true): Promise<TestPage> {
  const { port, hash } = new URL(url)
  const at = Number(port)
  const admitted = await send({ port: at, path: '/session', headers: pageHeadersAt(at), body: toFrame({ ticket: hash.slice(1) }) })
  const answer = fromFrame(admitted.body) as { readonly value?: { readonly session: string } }
  const session = answer.value?.session
  if (session === undefined) throw new Error(`not admitted: ${admitted.status}`)
  const raw = async (name: string, input: unknown): Promise<unknown> => {
    const { body } = await send({ port: at, path: `/rpc/${name}`, headers: pageHeadersAt(at, session), body: toFrame(input) })
    return fromFrame(body)
  }
  const stream = isListening ? await listenAs(at, session) : { told: () => Promise.reject(new Error('deaf')), leave: () => undefined }
  return { host: callsOver(raw), session, raw, ...stream }
}

/** What a page of the session hears. */
export async function listenAs(port: number, session: string): Promise<Pick<TestPage, 'told' | 'leave'>> {
  const heard: { readonly name: EventName; readonly data: unknown }[] = []
  let onHeard = (): void => undefined
  const sent = opened({ port, path: '/events', method: 'POST', headers: pageHeadersAt(port, session) }, () => undefined)
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve)
    sent.on('error', reject)
    sent.end(toFrame(null))
  })
  sent.on('error', () => undefined)
  response.on('error', () => undefined)
  let rest = ''
  response.setEncoding('utf8').on('data', (part: string) => {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.filter(one => one !== '')) heard.push(parsed(line))
    onHeard()
  })
  const told = async (name: EventName): Promise<unknown> => {
    for (;;) {
      const index = heard.findIndex(one => one.name === name)
      if (index >= 0) return heard.splice(index, 1)[0]?.data
      await new Promise<void>(resolve => {
        onHeard = resolve
      })
    }
  }
  return { told, leave: () => sent.destroy() }
}

function parsed(line: string): { readonly name: EventName; readonly data: unknown } {
  const { event, data } = JSON.parse(line) as { event: string; data: unknown }
  const name = eventNames.find(one => one === event)
  if (!name) throw new Error(`strange event: ${line}`)
  return { name, data: events[name].parse(data) }
}
