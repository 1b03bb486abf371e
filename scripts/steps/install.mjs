import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runProgram } from './run.mjs'
import { lockfileStamp, readStamp, writeStamp } from './stamps.mjs'

const stampPath = 'node_modules/.jingwei-set-up'

/** Installs what the lockfile names if it is not there, or not in that version. Throws with a sentence when it cannot. */
export async function installIfNeeded() {
  const stamp = lockfileStamp()
  if (readStamp(stampPath) === stamp) return
  if (!isInstalled()) {
    console.error('正在安装依赖（首次运行或依赖有变化，约需一分钟）……')
    const { code } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code !== 0) throw new Error('依赖没有装好。请检查网络和 npm 源设置，然后重试。')
  }
  writeStamp(stampPath, stamp)
}

/** Whether npm itself has already put everything there, as its own record says. */
function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const { packages: there } = JSON.parse(readFileSync(record, 'utf8'))
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true
    if (there[path] === undefined) return optional === true
    return there[path].version === version && there[path].integrity === integrity && existsSync(join(root, path, 'package.json'))
  })
}

/** The npm that called us, if one did; else the one on the path, which on Windows is a script and needs a shell. */
function npm(args) {
  const own = process.env.npm_execpath
  if (own?.endsWith('.js')) return runProgram(process.execPath, [own, ...args], { toError: true })
  return runProgram('npm', args, { toError: true, shell: process.platform === 'win32' })
}
