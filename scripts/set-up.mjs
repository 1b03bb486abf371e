import './steps/node-version.mjs'
import { orSay } from './steps/or-say.mjs'
import { setUp } from './steps/set-up.mjs'

if (await orSay(setUp)) console.error('一切就绪。')
