import { withNames } from './references.ts'
import type { Formula } from './tree.ts'

/** The tree with the ids that were stored beside its text. */
export const withIds = (tree: Formula, ids: ReadonlyMap<string, string>): Formula =>
  withNames(tree, name => {
    const id = ids.get(name.name)
    return id === undefined ? name : { ...name, id }
  })
