import './steps/node-version.mjs'
import { conclude, runChecks } from './steps/checks.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { orSay } from './steps/or-say.mjs'

await orSay(async () => {
  await installIfNeeded()
  conclude(await runChecks())
})
