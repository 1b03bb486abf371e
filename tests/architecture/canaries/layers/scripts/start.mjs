const main = new URL('../dist/cli/main.js', import.meta.url)
await import(main.href)
import { spawn } from 'node:child_process'
spawn(main)
