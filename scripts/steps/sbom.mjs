import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runProgram } from './run.mjs'

/**
 * What we ship, as CycloneDX: every package of the lockfile that is not for development, with licence and hash. npm writes the whole
 * list and the rest is taken out here, for `--omit dev` also leaves out what we ship and a tool happens to need too (npm 11: zod,
 * xmlchars), and so does NODE_ENV=production in the surroundings. Without time and number, so that the same lockfile gives the same bytes. Source: reliability C4.
 */
export async function materials() {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include', 'dev', '--offline', '--loglevel', 'error']
  const { code, output } = await runProgram('npm', args, { shell: process.platform === 'win32' })
  if (code !== 0) throw new Error(`npm sbom: ${output}`)
  const { serialNumber: _number, metadata, components, dependencies, ...bom } = JSON.parse(output)
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const shipped = components.filter(({ group, name: own, properties = [] }) => {
    const path = `node_modules/${group === undefined || own.startsWith('@') ? own : `${group}/${own}`}`
    const isForDevelopment = properties.some(({ name }) => name === 'cdx:npm:package:development')
    // What only an optional peer would need is there for development, too.
    return !isForDevelopment && packages[path]?.devOptional !== true
  })
  const references = new Set([...shipped.map(one => one['bom-ref']), metadata.component['bom-ref']])
  const { timestamp: _time, ...about } = metadata
  return {
    ...bom,
    metadata: { ...about, component: { ...about.component, name: 'jingwei' } },
    components: shipped,
    dependencies: dependencies
      .filter(({ ref }) => references.has(ref))
      .map(one => ({ ...one, dependsOn: one.dependsOn.filter(ref => references.has(ref)) })),
  }
}
