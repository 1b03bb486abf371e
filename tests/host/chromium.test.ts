import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { browserArguments, findBrowser } from '#host/local/browser.ts'
import type { LocalHost } from '#host/local/main.ts'
import { newHome, startHost, version1 } from './world.ts'

let browser: ChildProcess | undefined
let host: LocalHost | undefined

afterEach(async () => {
  browser?.kill('SIGKILL')
  await host?.close()
})

/** A page that does what ours does, by hand, and what it must not be able to do; it writes down how that went. */
const script = `
const frame = value => {
  const head = new TextEncoder().encode(JSON.stringify(value, (_, one) => one instanceof Uint8Array ? { $bytes: one.length } : one))
  const bytes = []
  JSON.stringify(value, (_, one) => { if (one instanceof Uint8Array) { bytes.push(one); return 0 } return one })
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, head.length, true)
  return new Blob([length, head, ...bytes])
}
const read = async response => {
  const all = new Uint8Array(await response.arrayBuffer())
  return JSON.parse(new TextDecoder().decode(all.subarray(4, 4 + new DataView(all.buffer).getUint32(0, true))))
}
let session
const post = (path, value) => fetch(path, { method: 'POST', body: frame(value), headers: { 'content-type': 'application/octet-stream', ...(session ? { 'x-jingwei-session': session } : {}) } })
const call = async (name, input) => (await read(await post('/rpc/' + name, input)))
const blocked = []
document.addEventListener('securitypolicyviolation', event => blocked.push(event.effectiveDirective))
const first = await read(await post('/session', { ticket: location.hash.slice(1) }))
session = first.value.session
history.replaceState(null, '', '/')
const stream = (await post('/events', null)).body.pipeThrough(new TextDecoderStream()).getReader()
let heard = ''
while (!heard.includes('app:openFile')) heard += (await stream.read()).value
const doc = JSON.parse(heard.trim().split('\\n').at(-1)).data
const content = await call('doc:read', { token: doc.token })
const elsewhere = await fetch('http://127.0.0.2:9/').then(() => 'reached', () => 'refused')
const evaluated = (() => { try { return new Function('return 1')() } catch { return 'refused' } })()
const inner = (() => { try { document.body.innerHTML = '<b>x</b>'; return 'written' } catch { return 'refused' } })()
const again = (await fetch('/session', { method: 'POST', body: frame({ ticket: 'A'.repeat(22) }), headers: { 'content-type': 'application/octet-stream' } })).status
const got = (await fetch('/rpc/app:info')).status
const top = await call('chooser:list', { folder: null, kinds: [] })
const report = { sha256: content.value.sha256, name: doc.name, elsewhere, evaluated, inner, again, got, blocked, isSecure: isSecureContext }
await call('export:save', { kind: 'json', suggestedName: 'report', bytes: new TextEncoder().encode(JSON.stringify(report)), folder: top.value.folder })
`

test('[2.9, L5] a page in a real browser gets through the guards and not beyond the policy', async context => {
  const found = await findBrowser({ platform: process.platform, variables: process.env })
  if (found === undefined || spawnSync(found, ['--version']).status !== 0) return context.skip('no browser of the Chromium family here')
  const home = newHome()
  writeFileSync(
    join(home.pages, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>x</title><body><script type="module" src="/main.js"></script>',
  )
  writeFileSync(join(home.pages, 'main.js'), script)
  host = await startHost(home, { file: home.file })
  const start = join(home.home, 'start.html')
  writeFileSync(start, `<!doctype html><meta http-equiv="refresh" content="0;url=${host.url}">`)
  const profile = join(home.home, '.profile')
  mkdirSync(profile)
  // A container has no screen and its only user is the superuser, for whom the browser has no sandbox.
  const given = [
    '--headless=new',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...browserArguments(pathToFileURL(start).href, profile),
  ]
  browser = spawn(found, given, { stdio: 'ignore' })
  const report = join(home.home, 'report.json')
  for (let tries = 0; tries < 150 && !existsSync(report); tries++) await new Promise(resolve => void setTimeout(resolve, 200))
  expect(JSON.parse(readFileSync(report, 'utf8'))).toStrictEqual({
    sha256: version1,
    name: '甲.jw',
    elsewhere: 'refused',
    evaluated: 'refused',
    inner: 'refused',
    again: 403,
    got: 405,
    blocked: ['connect-src', 'require-trusted-types-for', 'require-trusted-types-for'],
    isSecure: true,
  })
})
