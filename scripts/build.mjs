import './steps/node-version.mjs'
import { bundleIfNeeded, bundles } from './steps/bundle.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { orSay } from './steps/or-say.mjs'

await orSay(async () => {
  await installIfNeeded()
  for (const one of [bundles.cli, bundles.renderer]) {
    const built = await bundleIfNeeded(one)
    const path = `${one.folder}/${one.result}`
    console.error(built ? `构建完成：${path}` : `无需构建：${path} 已是最新。`)
  }
})
