import { add } from './add.ts'
import { applyDelta } from './apply-delta.ts'
import { duplicate } from './duplicate.ts'
import { move } from './move.ts'
import { remove } from './remove.ts'
import { renumber } from './renumber.ts'
import { setFields } from './set-fields.ts'
import { writeRequirements } from './write-requirements.ts'

export { add, applyDelta, duplicate, move, remove, renumber, setFields, writeRequirements }

/** What a user can do to a document. */
export const operations = [add, applyDelta, duplicate, move, remove, renumber, setFields, writeRequirements] as const
