import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'
import { readStamp, sourceStamp } from './stamps.mjs'

/** What can be bundled: where it begins, where it goes, what it reads besides the rooms every bundle reads. */
export const bundles = {
  cli: { entry: 'cli/main.ts', folder: 'dist/cli', more: [] },
  bench: { entry: 'tests/bench/main.ts', folder: 'dist/bench', more: ['tests/bench', 'tests/support'] },
}

/** Bundles if a source changed since the last time. Gives whether there was something to do; throws with a sentence when it cannot. */
export async function bundleIfNeeded({ entry, folder, more }) {
  // A packaged copy has the bundle and no sources.
  if (!existsSync(join(root, entry)) && existsSync(join(root, folder, 'main.js'))) return false
  const stamp = sourceStamp(more)
  if (readStamp(`${folder}/.stamp`) === stamp) return false
  await bundle(entry, folder, stamp)
  return true
}

/** Writes to a folder of its own and moves that into place, so that a command started meanwhile never sees half a bundle. */
async function bundle(entry, folder, stamp) {
  if (!existsSync(join(root, entry))) throw new Error(`无法构建：缺少 ${entry}。`)
  console.error('正在构建程序（首次运行或源代码有变化）……')
  const { build } = await import('vite')
  const fresh = `out/build-${process.pid}`
  const retired = `out/retired-${process.pid}`
  try {
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { ssr: entry, outDir: fresh, emptyOutDir: true },
    })
    writeFileSync(join(root, fresh, '.stamp'), stamp)
    mkdirSync(join(root, folder, '..'), { recursive: true })
    if (existsSync(join(root, folder))) renameSync(join(root, folder), join(root, retired))
    renameSync(join(root, fresh), join(root, folder))
  } catch (error) {
    // Two commands may both find the bundle old; whoever comes second finds the first one's in place.
    if (readStamp(`${folder}/.stamp`) !== stamp) throw new Error(`构建失败：${error.message}`, { cause: error })
  } finally {
    for (const left of [fresh, retired]) rmSync(join(root, left), { recursive: true, force: true })
  }
}
