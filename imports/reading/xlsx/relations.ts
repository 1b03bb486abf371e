import { ok, type Result } from '#model/base/result.ts'
import type { ReadingProblem } from '../problems.ts'
import type { Archive } from '../safe-zip.ts'
import { readXml } from '../safe-xml.ts'

/** What a part refers to. */
export interface Relation {
  readonly type: string
  /** A path inside the archive, or an address outside. */
  readonly target: string
  readonly isExternal: boolean
}

/** Finds a part by its path, however it is cased or slashed. */
export type FindPart = (path: string) => string | undefined

export function partFinder({ names }: Archive): FindPart {
  const byKey = new Map(names.map(name => [name.toLowerCase(), name] as const))
  return path => byKey.get(path.replace(/^\/+/u, '').toLowerCase())
}

/** The relations of a part by id; of the whole package for an empty name. None when it has no such part. */
export function relationsOf(archive: Archive, find: FindPart, part: string): Result<ReadonlyMap<string, Relation>, ReadingProblem> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = find(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  if (name === undefined) return ok(relations)
  const read = readXml(take => archive.unpack(name, take), {
    open(tag, attribute) {
      if (tag !== 'Relationship') return
      const target = attribute('Target') ?? ''
      const isExternal = attribute('TargetMode') === 'External'
      relations.set(attribute('Id') ?? '', {
        type: attribute('Type') ?? '',
        target: isExternal ? target : resolved(folder, target),
        isExternal,
      })
    },
  })
  return read.ok ? ok(relations) : read
}

function resolved(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The first relation of a type; producers name its beginning by edition of the standard. */
export const relationOfType = (relations: ReadonlyMap<string, Relation>, type: string): Relation | undefined =>
  [...relations.values()].find(one => one.type.endsWith(`/${type}`))
