import type { Rule } from '../define-rule.ts'
import { basisIsInForce } from './basis-is-in-force.ts'
import { codeIsUnique } from './code-is-unique.ts'
import { creditCodeChecks } from './credit-code-checks.ts'
import { nameIsShort } from './name-is-short.ts'
import { nameIsThere } from './name-is-there.ts'
import { nameIsTidy } from './name-is-tidy.ts'
import { nameIsUnique } from './name-is-unique.ts'
import { nameShowsAll } from './name-shows-all.ts'
import { noCredentialsInTexts } from './no-credentials-in-texts.ts'
import { noPersonalDataInTexts } from './no-personal-data-in-texts.ts'
import { preferredTerms } from './preferred-terms.ts'
import { regionCodeFits } from './region-code-fits.ts'
import { systemIsPlaced } from './system-is-placed.ts'
import { valueIsInItsList } from './value-is-in-its-list.ts'
import { waiverIsJustified } from './waiver-is-justified.ts'

/** 名称、编码、代码、文字. */
export const everywhereRules: readonly Rule[] = [
  basisIsInForce,
  codeIsUnique,
  creditCodeChecks,
  nameIsShort,
  nameIsThere,
  nameIsTidy,
  nameIsUnique,
  nameShowsAll,
  noCredentialsInTexts,
  noPersonalDataInTexts,
  preferredTerms,
  regionCodeFits,
  systemIsPlaced,
  valueIsInItsList,
  waiverIsJustified,
]
