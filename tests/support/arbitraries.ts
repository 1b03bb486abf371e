import fc from 'fast-check'
import type { Snapshot } from '#model/document/snapshot.ts'
import type { Element } from '#model/schema/element.ts'
import { documentFrom, type Recipe } from './random-document.ts'
import { contradict, type Edit, edit, edited, sessionOf, twists, verbs } from './random-edits.ts'
import { hostileTexts } from './random-values.ts'

/** Texts as Chinese offices write them, among them those that break programs. Storable and not empty. */
export const zhText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('县农业农村局', '三资监管', '非现金支付率', '数据共享需求', '村级') },
  { weight: 2, arbitrary: fc.constantFrom(...hostileTexts) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom('农', '𠮷', 'a', '1', ' ', '"', '\\', '，', '\n'), minLength: 1, maxLength: 12 }),
  },
)

const recipe: fc.Arbitrary<Recipe> = fc.record({ kind: fc.nat(1000), owner: fc.nat(1000), seed: fc.nat() })

/** A whole document of up to about `size` elements, of every kind there is. */
export const documents = (size = 40): fc.Arbitrary<Snapshot> => fc.array(recipe, { maxLength: size, size: 'max' }).map(documentFrom)

export const anEdit: fc.Arbitrary<Edit> = fc.record({ verb: fc.constantFrom(...verbs), at: fc.nat(1000), seed: fc.nat() })

export const edits = (most = 12): fc.Arbitrary<readonly Edit[]> => fc.array(anEdit, { maxLength: most, size: 'max' })

/** Two edited copies of one base. */
export interface BranchesCase {
  readonly base: Snapshot
  readonly ours: Snapshot
  readonly theirs: Snapshot
}

/** Two edited copies of one base; in three of five cases they contradict each other on purpose, in one they give out the same ids. */
export const branches: fc.Arbitrary<BranchesCase> = fc
  .tuple(documents(25), edits(8), edits(8), fc.constantFrom(...twists), fc.nat())
  .map(([base, mine, others, twist, seed]) => {
    const ours = sessionOf(base, 'n')
    const theirs = sessionOf(base, twist === 'same ids' ? 'n' : 't')
    contradict(ours, theirs, twist, seed)
    for (const one of mine) edit(ours, one)
    for (const one of others) edit(theirs, one)
    return { base, ours: ours.snapshot(), theirs: theirs.snapshot() }
  })

/** Three states of one document, each with edits after the one before. */
export const histories: fc.Arbitrary<readonly [Snapshot, Snapshot, Snapshot]> = fc
  .tuple(documents(25), edits(8), edits(8))
  .map(([a, first, second]) => {
    const b = edited(a, first, 'n')
    return [a, b, edited(b, second, 'm')]
  })

/** What a snapshot holds, in an order of its own: for comparing two of them whatever their making. */
export function content(snapshot: Snapshot): Element[] {
  return [...snapshot.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
