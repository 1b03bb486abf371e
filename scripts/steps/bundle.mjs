import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'
import { readStamp, sourceStamp } from './stamps.mjs'

/** What can be bundled: where it begins, where it goes, what it reads besides the rooms every bundle reads. */
export const bundles = {
  cli: { entry: 'cli/main.ts', folder: 'dist/cli', result: 'main.js', more: [] },
  bench: { entry: 'tests/bench/main.ts', folder: 'dist/bench', result: 'main.js', more: ['tests/bench', 'tests/support'] },
  renderer: {
    entry: 'renderer/index.html',
    folder: 'dist/renderer',
    result: 'index.html',
    more: ['renderer', 'templates/sanzi', 'vite.renderer.config.ts'],
  },
}

/** Bundles if a source changed since the last time. Gives whether there was something to do; throws with a sentence when it cannot. */
export async function bundleIfNeeded({ entry, folder, result, more }) {
  // A packaged copy has the bundle and no sources.
  if (!existsSync(join(root, entry)) && existsSync(join(root, folder, result))) return false
  const stamp = sourceStamp(more)
  if (readStamp(`${folder}/.stamp`) === stamp) return false
  await bundle(entry, folder, stamp)
  return true
}

const programInto = (outDir, entry) => ({
  root,
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'error',
  build: { ssr: entry, outDir, emptyOutDir: true },
})

const pageInto = outDir => ({
  configFile: join(root, 'vite.renderer.config.ts'),
  logLevel: 'error',
  build: { outDir: join(root, outDir), emptyOutDir: true },
})

/** Writes to a folder of its own and moves that into place, so that a command started meanwhile never sees half a bundle. */
async function bundle(entry, folder, stamp) {
  if (!existsSync(join(root, entry))) throw new Error(`无法构建：缺少 ${entry}。`)
  console.error('正在构建程序（首次运行或源代码有变化）……')
  const { build } = await import('vite')
  const fresh = `out/build-${process.pid}`
  const retired = `out/retired-${process.pid}`
  try {
    await build(entry.endsWith('.html') ? pageInto(fresh) : programInto(fresh, entry))
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
