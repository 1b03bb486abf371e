import { type KindName, kinds } from '../../kinds/index.ts'

/** All kinds. */
export const everyKind: readonly KindName[] = kinds.map(kind => kind.name)

/** Kinds that people call by a name; a link, a comment or a place on a drawing needs none. */
export const namedKinds: readonly KindName[] = everyKind.filter(
  kind => !['link', 'comment', 'placement', 'waiver', 'acceptance', 'sharing', 'collaboration', 'criterion', 'measure'].includes(kind),
)
