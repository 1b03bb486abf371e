import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { fromFrame, toFrame } from '#bridge/frame.ts'
import { limits } from '#bridge/limits.ts'
import type { Problem, ProblemCode } from '#bridge/problems.ts'
import { err, ok, type Result } from '#bridge/result.ts'
import { bodyOf } from './body.ts'
import { isAddressed, isProgram, isSame, proofHeader, proofOf, refusalOf, type Refused, sessionHeader, single } from './guard.ts'
import type { Pages } from './pages.ts'
import { pageHeaders, type StaticFile } from './static-files.ts'

/** What the server stands in front of. */
export interface Site {
  readonly port: () => number
  /** Tells this run from another one; not secret. */
  readonly instance: string
  /** Lets the next start of the program hand over what it was to open. */
  readonly key: string
  readonly files: ReadonlyMap<string, StaticFile>
  /** Said where the pages were not built. */
  readonly absent: string
  readonly pages: Pages
  readonly answer: (name: string, input: unknown, session: string) => Promise<Result<unknown, Problem>>
  /** A page has its session. */
  readonly admitted: (session: string) => Promise<void>
  /** Gives the address for a new page that opens the file. */
  readonly handOver: (path: string | null) => string
  /** A bug of ours. */
  readonly failed: (error: unknown) => void
}

/** The server of a site, not listening yet. Source: reliability §2.9. */
export function serverOf(site: Site): Server {
  const server = createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout: 5_000, requestTimeout: 60_000, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      void serve(site, request, response).catch((error: unknown) => {
        site.failed(error)
        refuse(response, 500)
      })
    },
  )
  server.maxConnections = 16
  return server
}

async function serve(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? ''
  if (path === '/handover') return takeOver(site, request, response)
  if (path === '/session' || path === '/events' || path.startsWith('/rpc/')) return message(site, request, response, path)
  if (!isAddressed(request, site.port())) return refuse(response, 421)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  if (path === '/healthz') return send(response, 200, 'application/json', JSON.stringify({ program: 'jingwei', instance: site.instance }))
  const file = site.files.get(path)
  if (file) return send(response, 200, file.type, file.bytes)
  return send(response, 404, 'text/plain; charset=utf-8', path === '/' ? site.absent : '404')
}

async function message(site: Site, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const refused = refusalOf(request, site.port())
  if (refused) return refuse(response, refused)
  // Nothing of a message is read before it is known whose it is.
  const session = site.pages.known(single(request, sessionHeader))
  if (session === undefined && path !== '/session') return refuse(response, 403)
  const body = await bodyOf(request, path === '/session' ? 1_024 : limits.message)
  if (!body) return refuse(response, 413)
  const input = fromFrame(body)
  if (path === '/session') return admit(site, response, input)
  if (session === undefined) return
  if (path === '/events') return listen(site, response, session)
  return reply(response, await answered(site, path.slice('/rpc/'.length), input, session))
}

async function answered(site: Site, name: string, input: unknown, session: string): Promise<Result<unknown, Problem>> {
  try {
    return await site.answer(name, input, session)
  } catch (error) {
    site.failed(error)
    return err({ code: 'failed' })
  }
}

async function admit({ pages, admitted }: Site, response: ServerResponse, input: unknown): Promise<void> {
  const ticket = typeof input === 'object' && input !== null && 'ticket' in input ? input.ticket : undefined
  const session = typeof ticket === 'string' ? pages.admit(ticket) : undefined
  if (session === undefined) return refuse(response, 403)
  await admitted(session)
  reply(response, ok({ session }))
}

function listen({ pages }: Site, response: ServerResponse, session: string): void {
  response.writeHead(200, { ...pageHeaders, 'content-type': 'application/x-ndjson; charset=utf-8' })
  response.write('\n')
  pages.listen(session, response)
}

async function takeOver(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isProgram(request, site.port())) return refuse(response, 403)
  const body = await bodyOf(request, 64 * 1024)
  if (!body || !isSame(single(request, proofHeader), proofOf(site.key, body))) return refuse(response, 403)
  const input = fromFrame(body)
  if (typeof input !== 'object' || input === null || !('path' in input)) return refuse(response, 400)
  const url = site.handOver(typeof input.path === 'string' ? input.path : null)
  reply(response, ok({ url, proof: proofOf(site.key, url) }))
}

const codes: Readonly<Partial<Record<Refused | 500, ProblemCode>>> = { 403: 'not-ours', 421: 'not-ours', 413: 'too-large', 500: 'failed' }

/** The connection ends, so that what is not read is not sent either. */
function refuse(response: ServerResponse, status: Refused | 500): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.setHeader('connection', 'close')
  send(response, status, 'application/octet-stream', toFrame(err({ code: codes[status] ?? 'not-understood' })))
}

const reply = (response: ServerResponse, answer: Result<unknown, Problem>): void =>
  send(response, 200, 'application/octet-stream', toFrame(answer))

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
