import './steps/node-version.mjs'
import { bundleIfNeeded, bundles } from './steps/bundle.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { orSay } from './steps/or-say.mjs'

await orSay(async () => {
  await installIfNeeded()
  const built = await bundleIfNeeded(bundles.cli)
  console.error(built ? '构建完成：dist/cli/main.js' : '无需构建：dist/cli/main.js 已是最新。')
})
