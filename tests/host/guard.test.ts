import { once } from 'node:events'
import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromFrame, toFrame } from '#bridge/frame.ts'
import { limits } from '#bridge/limits.ts'
import type { LocalHost } from '#host/local/main.ts'
import { type Answered, openPage, pageHeadersAt, send, type TestPage } from './page.ts'
import { newHome, startHost } from './world.ts'

let host: LocalHost & { readonly failures: unknown[] }
let page: TestPage
let sent = 0

beforeAll(async () => {
  host = await startHost(newHome())
  page = await openPage(host.url)
})
afterAll(async () => {
  page.leave()
  await host.close()
  expect(host.failures).toStrictEqual([])
  console.log(`guards: ${sent} requests`)
})

const ask = (path: string, headers: Record<string, string | readonly string[] | undefined> = {}, method = 'POST', body?: Uint8Array) => {
  sent++
  return send({
    port: host.port,
    path,
    method,
    headers: { ...pageHeadersAt(host.port, page.session), ...headers },
    ...(body ? { body } : {}),
  })
}
const codeOf = ({ body }: Answered): unknown =>
  (fromFrame(body) as { readonly error?: { readonly code: unknown } } | undefined)?.error?.code
const nothing = toFrame(null)

describe('[2.9] a call is taken only from a page of ours', () => {
  test('as a page sends it, it is', async () => {
    const answer = await ask('/rpc/app:info', {}, 'POST', nothing)
    expect(answer.status).toBe(200)
    expect(fromFrame(answer.body)).toMatchObject({ ok: true, value: { shell: 'local' } })
  })

  const at = (make: (port: number) => string) => make
  test.each([
    ['another name that leads here (DNS rebinding)', 'host', at(port => `evil.example:${port}`), 421],
    ['localhost, which is not the address', 'host', at(port => `localhost:${port}`), 421],
    ['the address without its port', 'host', at(() => '127.0.0.1'), 421],
    ['another port', 'host', at(() => '127.0.0.1:80'), 421],
    ['another site', 'origin', at(() => 'https://evil.example'), 403],
    ['a page from a file', 'origin', at(() => 'null'), 403],
    ['an origin that begins like ours', 'origin', at(port => `http://127.0.0.1:${port}.evil.example`), 403],
    ['the same site, another port', 'sec-fetch-site', at(() => 'same-site'), 403],
    ['across sites', 'sec-fetch-site', at(() => 'cross-site'), 403],
    ['the address bar', 'sec-fetch-site', at(() => 'none'), 403],
    ['a form', 'content-type', at(() => 'text/plain'), 415],
    ['another form', 'content-type', at(() => 'application/x-www-form-urlencoded'), 415],
    ['JSON', 'content-type', at(() => 'application/json'), 415],
    ['a wrong session', 'x-jingwei-session', at(() => 'A'.repeat(22)), 403],
    ['an empty session', 'x-jingwei-session', at(() => ''), 403],
  ])('not from %s', async (_, header, value, status) => {
    for (const path of ['/rpc/app:info', '/events'])
      expect((await ask(path, { [header]: value(host.port) }, 'POST', nothing)).status, path).toBe(status)
  })

  test.each(['origin', 'sec-fetch-site', 'content-type', 'x-jingwei-session'])('not without %s', async header => {
    const answer = await ask('/rpc/app:info', { [header]: undefined }, 'POST', nothing)
    expect([403, 415]).toContain(answer.status)
  })

  test.each(['origin', 'sec-fetch-site', 'x-jingwei-session'])('not with %s twice', async header => {
    const own = { ...pageHeadersAt(host.port, page.session) }[header]
    const answer = await ask('/rpc/app:info', { [header]: [String(own), String(own)] }, 'POST', nothing)
    expect(answer.status).toBe(403)
  })

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('not by %s', async method => {
    for (const path of ['/rpc/app:info', '/session', '/events', '/rpc/']) expect((await ask(path, {}, method)).status, path).toBe(405)
  })

  test('two Host headers are refused', async () => {
    const answer = await raw(
      `POST /rpc/app:info HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 4(?:00|21) /u)
  })

  test('a whole address instead of a path leads nowhere', async () => {
    const answer = await raw(`GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 404 /u)
  })
})

describe('[2.9] limits', () => {
  test('a message that says it is too large is not read', async () => {
    const answer = await ask('/rpc/app:info', { 'content-length': String(limits.message + 1) }, 'POST', new Uint8Array(10))
    expect([answer.status, codeOf(answer)]).toStrictEqual([413, 'too-large'])
  })

  test('nor more of a ticket than a ticket is long, however it is sent', async () => {
    const large = new Uint8Array(200_000)
    expect((await ask('/session', {}, 'POST', large)).status).toBe(413)
    expect((await ask('/session', { 'transfer-encoding': 'chunked' }, 'POST', large)).status).toBe(413)
  })

  test('a stranger cannot make it read anything', async () => {
    const answer = await ask('/rpc/app:info', { 'x-jingwei-session': 'x', 'content-length': '1000000' }, 'POST', new Uint8Array(10))
    expect([answer.status, codeOf(answer)]).toStrictEqual([403, 'not-ours'])
  })

  test('headers have a limit', async () => {
    expect((await ask('/', { 'x-long': 'x'.repeat(20_000) }, 'GET')).status).toBe(431)
  })

  test('a seventeenth connection is not taken', async () => {
    const other = await startHost(newHome())
    const sockets = Array.from({ length: 16 }, () => connect({ host: '127.0.0.1', port: other.port }))
    await Promise.all(sockets.map(socket => once(socket, 'connect')))
    const seventeenth = connect({ host: '127.0.0.1', port: other.port })
    await new Promise(resolve => seventeenth.on('close', resolve).on('error', () => undefined))
    expect(sockets.every(socket => !socket.destroyed)).toBe(true)
    for (const socket of sockets) socket.destroy()
    await other.close()
  })

  test('headers that do not end are not waited for', async () => {
    const begin = Date.now()
    expect(await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nX-Slow: `)).toMatch(/^HTTP\/1\.1 408 /u)
    expect(Date.now() - begin).toBeLessThan(9_000)
  })

  test('what is no frame is not understood', async () => {
    for (const body of [new Uint8Array(), new Uint8Array([9, 0, 0, 0]), Buffer.from('{"token":1}')])
      expect(codeOf(await ask('/rpc/doc:read', {}, 'POST', body))).toBe('not-understood')
  })
})

describe('[2.9] static files come from a list', () => {
  test('the entry and its parts, with the policy of every answer', async () => {
    for (const path of ['/', '/index.html', '/main.js']) {
      const answer = await ask(path, {}, 'GET')
      expect(answer.status, path).toBe(200)
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
      expect(answer.headers['content-security-policy']).toContain("require-trusted-types-for 'script'; trusted-types jingwei")
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(answer.headers['permissions-policy']).toContain('camera=()')
    }
    expect((await ask('/main.js', {}, 'GET')).headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  test.each([
    '/../文档/甲.jw',
    '/..%2f.ssh/id.jw',
    '/%2e%2e/.ssh/id.jw',
    '/....//.ssh/id.jw',
    '//etc/passwd',
    '/etc/passwd',
    '/index.html/..',
    '/index.html%00.js',
    '/main.js.map',
    '/main.js?x=1',
    '/.',
    '\\..\\x',
    '/C:/windows/win.ini',
  ])('%s is not on it', async path => {
    const answer = await ask(encodeURI(path).replaceAll('%25', '%'), {}, 'GET')
    expect([404, 400]).toContain(answer.status)
    expect(answer.body.toString()).not.toMatch(/version|secret|root:/u)
  })

  test('another name gets none of them, nor anything else', async () => {
    for (const path of ['/', '/main.js', '/healthz'])
      expect((await ask(path, { host: `evil.example:${host.port}` }, 'GET')).status).toBe(421)
  })

  test('/healthz says whose port it is', async () => {
    expect(JSON.parse((await ask('/healthz', {}, 'GET')).body.toString())).toMatchObject({ program: 'jingwei' })
  })

  test('where the pages were not built, a sentence', async () => {
    const other = await startHost({ ...newHome(), pages: '/nonexistent' })
    const answer = await send({ port: other.port, path: '/', method: 'GET', headers: { host: `127.0.0.1:${other.port}` } })
    expect([answer.status, answer.body.toString()]).toStrictEqual([404, '没有界面'])
    await other.close()
  })
})

describe('[2.9] a page is admitted once', () => {
  const admit = (ticket: unknown) => ask('/session', { 'x-jingwei-session': undefined }, 'POST', toFrame({ ticket }))

  test('the second use of an address is refused', async () => {
    const answer = await admit(new URL(host.url).hash.slice(1))
    expect([answer.status, codeOf(answer)]).toStrictEqual([403, 'not-ours'])
  })
  test.each([
    ['made up', 'A'.repeat(22)],
    ['empty', ''],
    ['no text', 7],
    ['absent', undefined],
    ['a list', ['A']],
  ])('a ticket that is %s is refused', async (_, ticket) => expect((await admit(ticket)).status).toBe(403))
  test('a session is no ticket', async () => expect((await admit(page.session)).status).toBe(403))
})

describe('[2.9] the next start of the program', () => {
  test.each([
    ['no proof', {}],
    ['a wrong proof', { 'x-jingwei-proof': 'a'.repeat(64) }],
    ['a page', { origin: 'https://evil.example', 'x-jingwei-proof': 'a'.repeat(64) }],
  ])('with %s is refused', async (_, headers) => {
    sent++
    const answer = await send({
      port: host.port,
      path: '/handover',
      headers: { host: `127.0.0.1:${host.port}`, ...headers },
      body: toFrame({ path: '/etc/passwd' }),
    })
    expect(answer.status).toBe(403)
  })
})

test('[2.9] it listens on 127.0.0.1 and nowhere else', async () => {
  const addresses = Object.values(networkInterfaces()).flatMap(all => (all ?? []).map(({ address, scopeid }) => ({ address, scopeid })))
  const others = ['::1', '127.0.0.2', ...addresses.filter(({ scopeid }) => !scopeid).map(({ address }) => address)].filter(
    one => one !== '127.0.0.1',
  )
  for (const address of others) expect(await isReached(address), address).toBe(false)
  expect(await isReached('127.0.0.1')).toBe(true)
  console.log(`loopback only: ${others.length} other addresses refused`)
})

function isReached(address: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: address, port: host.port, timeout: 2_000 })
    const end = (is: boolean) => () => {
      socket.destroy()
      resolve(is)
    }
    socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false))
  })
}

function raw(text: string): Promise<string> {
  sent++
  return new Promise(resolve => {
    let answer = ''
    const socket = connect({ host: '127.0.0.1', port: host.port }, () => socket.write(text))
    socket.on('data', part => {
      answer += String(part)
      socket.end()
    })
    socket.on('close', () => resolve(answer)).on('error', () => resolve(answer))
  })
}
