import './steps/node-version.mjs'
import { bundleIfNeeded, bundles } from './steps/bundle.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { orSay } from './steps/or-say.mjs'

const isReady = await orSay(async () => {
  await installIfNeeded()
  await bundleIfNeeded(bundles.bench)
})

if (isReady) await import(new URL('../dist/bench/main.js', import.meta.url).href)
