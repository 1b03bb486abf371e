import type { FormulaText } from '../schema/element.ts'

export const formulaKey = (formula: FormulaText): string => JSON.stringify(formula)
