#!/usr/bin/env node
import './steps/node-version.mjs'
import { setUp } from './set-up.mjs'
import { orSay } from './steps/or-say.mjs'

if (await orSay(setUp)) await import('../dist/cli/main.js')
