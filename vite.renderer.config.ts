import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

/** The worked example goes along as data: the page shows it where no document was opened. */
const samples = (): Plugin => ({
  name: 'samples',
  generateBundle() {
    const source = readFileSync(new URL('templates/sanzi/template.json', import.meta.url), 'utf8')
    this.emitFile({ type: 'asset', fileName: 'samples/sanzi.json', source })
  },
})

/** Builds the page. It runs under a policy that allows no inline script, no inline style and no evaluation. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [samples()],
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: '../dist/renderer',
    target: 'chrome120',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
