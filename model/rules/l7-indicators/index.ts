import type { Rule } from '../define-rule.ts'
import { filterDataAreRequirements } from './filter-data-are-requirements.ts'
import { formulaCanBeRead } from './formula-can-be-read.ts'
import { indicatorHasATarget } from './indicator-has-a-target.ts'
import { indicatorMeasuresSomething } from './indicator-measures-something.ts'
import { itemIsMeasured } from './item-is-measured.ts'
import { kindFitsTheFormula } from './kind-fits-the-formula.ts'
import { operandsArriveInTime } from './operands-arrive-in-time.ts'
import { thresholdsInOrder } from './thresholds-in-order.ts'
import { unitsFit } from './units-fit.ts'

/** 建立指标体系. */
export const indicatorRules: readonly Rule[] = [
  filterDataAreRequirements,
  formulaCanBeRead,
  indicatorHasATarget,
  indicatorMeasuresSomething,
  itemIsMeasured,
  kindFitsTheFormula,
  operandsArriveInTime,
  thresholdsInOrder,
  unitsFit,
]
