import { callsOver } from '#bridge/caller.ts'
import { events, type HostApi } from '#bridge/contract.ts'
import { fromFrame, toFrame } from '#bridge/frame.ts'
import { type EventName, eventNames } from '#bridge/names.ts'

/** Where the session of this page is kept, so that a reload goes on with it. */
const KEY = 'jingwei-session'

type Listener = (told: never) => void | Promise<void>

/** Who listens, and what was said before anybody did. */
interface Events {
  readonly listeners: Map<EventName, Set<Listener>>
  readonly unheard: Map<EventName, unknown[]>
}

/** The machine that served this page; undefined where a plain file server did. Source: decision 0011. */
export async function connectLoopback(): Promise<HostApi | undefined> {
  const session = await sessionOf(/^#([A-Za-z0-9_-]{22})$/u.exec(location.hash)?.[1])
  if (session === undefined) return undefined
  const heard: Events = { listeners: new Map(), unheard: new Map() }
  const stream = await post('/events', null, session)
  if (!stream.ok || stream.body === null) return undefined
  void listen(stream.body, heard)
  const carry = async (name: string, input: unknown): Promise<unknown> => {
    try {
      return fromFrame(new Uint8Array(await (await post(`/rpc/${name}`, input, session)).arrayBuffer()))
    } catch {
      // Nobody answers at the address any more.
      return { ok: false, error: { code: 'host-gone' } }
    }
  }
  return { ...callsOver(carry), on: subscribing(heard) }
}

async function sessionOf(ticket: string | undefined): Promise<string | undefined> {
  if (ticket === undefined) return sessionStorage.getItem(KEY) ?? undefined
  history.replaceState(null, '', '/')
  const answer = fromFrame(new Uint8Array(await (await post('/session', { ticket }, undefined)).arrayBuffer()))
  const { value } = answer as { readonly value?: { readonly session: string } }
  if (value !== undefined) sessionStorage.setItem(KEY, value.session)
  return value?.session
}

const post = (path: string, input: unknown, session: string | undefined): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    body: toFrame(input),
    headers: { 'content-type': 'application/octet-stream', ...(session === undefined ? {} : { 'x-jingwei-session': session }) },
  })

const subscribing =
  ({ listeners, unheard }: Events): HostApi['on'] =>
  (name, listener) => {
    const known = listeners.get(name) ?? new Set()
    listeners.set(name, known.add(listener))
    for (const told of unheard.get(name) ?? []) void listener(told as never)
    unheard.delete(name)
    return () => known.delete(listener)
  }

/** Hands on what the machine says, a line at a time, until it hangs up. */
async function listen(body: ReadableStream<Uint8Array<ArrayBuffer>>, events: Events): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') tell(JSON.parse(line), events)
  }
}

function tell(said: { readonly event?: unknown; readonly data?: unknown }, { listeners, unheard }: Events): void {
  const name = eventNames.find(one => one === said.event)
  const told = name && events[name].safeParse(said.data)
  if (name === undefined || !told?.success) return
  const known = listeners.get(name)
  if (known === undefined || known.size === 0) unheard.set(name, [...(unheard.get(name) ?? []), told.data])
  else for (const listener of known) void listener(told.data as never)
}
