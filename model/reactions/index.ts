import { bindFormulas } from './bind-formulas.ts'
import { clearReferences } from './clear-references.ts'
import { removeOwned } from './remove-owned.ts'

/** What must follow from an edit, in the order in which it is looked at. */
export const reactions = [removeOwned, clearReferences, bindFormulas] as const
