import './steps/node-version.mjs'
import { setUp } from './set-up.mjs'
import { orSay } from './steps/or-say.mjs'

if (await orSay(setUp)) {
  process.argv.splice(2, 0, 'start-here')
  await import('../dist/cli/main.js')
}
