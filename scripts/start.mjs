import './steps/node-version.mjs'
import { orSay } from './steps/or-say.mjs'
import { setUp } from './steps/set-up.mjs'

if (await orSay(setUp)) {
  process.argv.splice(2, 0, 'start-here')
  await import(new URL('../dist/cli/main.js', import.meta.url).href)
}
