#!/usr/bin/env node
import './steps/node-version.mjs'
import { orSay } from './steps/or-say.mjs'
import { setUp } from './steps/set-up.mjs'

if (await orSay(setUp)) await import(new URL('../dist/cli/main.js', import.meta.url).href)
