/** A package as the lockfile records it. */
export interface Locked {
  readonly name?: string
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly dev?: boolean
  /** For development, or wanted by something we ship only where it is there anyway. */
  readonly devOptional?: boolean
  readonly hasInstallScript?: boolean
}

export interface Lockfile {
  readonly lockfileVersion: number
  /** By path, `node_modules/a/node_modules/b`; the empty path is this project. */
  readonly packages: Readonly<Record<string, Locked>>
}

export interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Packages that may run a script when installed. None may. Source: reliability C1. */
const mayRunScripts: readonly string[] = []

/** Packages with known holes, by the version that closed them; without one no version is welcome. Source: reliability C3. */
const denied: Readonly<Record<string, string | undefined>> = {
  'fast-xml-parser': '5.7.0',
  jszip: '3.8.0',
  xlsx: undefined,
  inflight: undefined,
  unzipper: undefined,
  'crypto-js': undefined,
}

/** Welcome all the same, because only a peer of the bench brings them: never shipped, fed with our own workbooks only. */
const ofPeers: readonly string[] = ['inflight', 'unzipper']

/** The package's real name, also where it is installed under another. */
export const nameOf = (path: string, { name }: Locked): string =>
  name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Everything but the project itself, with its path. */
export const packagesIn = ({ packages }: Lockfile): (readonly [path: string, locked: Locked])[] =>
  Object.entries(packages).filter(([path]) => path !== '')

/** What in a lockfile could change, run or leak when somebody installs it, as sorted sentences. */
export function lockfileFaults(lockfile: Lockfile): string[] {
  const faults = packagesIn(lockfile).flatMap(([path, locked]) => faultsOf(path, locked))
  if (lockfile.lockfileVersion !== 3) faults.push(`lockfile version ${lockfile.lockfileVersion}`)
  return faults.sort()
}

function faultsOf(path: string, locked: Locked): string[] {
  const name = nameOf(path, locked)
  const faults: string[] = []
  if (locked.link === true) return [`${name} is a link`]
  if (locked.integrity?.startsWith('sha512-') !== true) faults.push(`${name} has no sha512`)
  if (locked.resolved !== undefined) faults.push(`${name} names a registry`)
  if (locked.hasInstallScript === true && !mayRunScripts.includes(name)) faults.push(`${name} runs a script when installed`)
  const isOfPeer = locked.dev === true && ofPeers.includes(name)
  if (!isOfPeer && Object.hasOwn(denied, name) && isBefore(locked.version ?? '0', denied[name]))
    faults.push(`${name} ${locked.version ?? ''} is denied`)
  return faults
}

/** Compares release numbers; anything is before a release that never came. */
function isBefore(version: string, closed: string | undefined): boolean {
  if (closed === undefined) return true
  const [ours, theirs] = [version, closed].map(text => text.split(/[.-]/u).map(Number))
  const at = theirs?.findIndex((part, index) => part !== (ours?.[index] ?? 0)) ?? -1
  return at >= 0 && (ours?.[at] ?? 0) < (theirs?.[at] ?? 0)
}

/** Ranges instead of versions, and scripts that npm would start by itself (they would be skipped without a word). */
export function manifestFaults({ scripts = {}, dependencies, devDependencies }: Manifest): string[] {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version),
  )
  const automatic = Object.keys(scripts).filter(name => /^(?:pre|post)/u.test(name) || ['install', 'prepare'].includes(name))
  return [...loose.map(([name, version]) => `${name} is not pinned: ${version}`), ...automatic.map(name => `${name} would be skipped`)]
}
