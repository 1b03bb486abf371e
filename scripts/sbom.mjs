import './steps/node-version.mjs'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { orSay } from './steps/or-say.mjs'
import { root } from './steps/run.mjs'
import { materials } from './steps/sbom.mjs'

await orSay(async () => {
  const bom = await materials()
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(bom, undefined, 2)}\n`)
  console.log(`dist/sbom.cdx.json：${bom.components.length} 个部件`)
})
