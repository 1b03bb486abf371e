import type { Element } from '../../schema/element.ts'
import { defineRule } from '../define-rule.ts'
import { norms } from '../norms.ts'
import { everyKind } from './every-kind.ts'
import { fieldsWith } from './texts.ts'

/** A word for a secret with a value behind it, or a user with a password in an address. */
const secrets = /(?:password|passwd|pwd|secret|token|app_?key|口令|密码|密钥)\s*(?:[=:：]|为)\s*[!-~]{4,}|:\/\/[^\s/:@]+:[^\s/@]+@/iu

/** Models travel; keys and passwords must not travel with them. */
export const noCredentialsInTexts = defineRule({
  id: 'CHK-T-CREDENTIAL',
  severity: 'error',
  step: 'X',
  on: everyKind,
  source: norms.ours,
  *check(element: Element) {
    for (const field of fieldsWith(element, isSecret)) yield { field }
  },
})

const SHORTEST = 8

/** What stands between a word and its secret; a quick look at every text before the slow one. */
const saysSomethingOf = /[=:：为]/u

const isSecret = (text: string): boolean => text.length >= SHORTEST && saysSomethingOf.test(text) && secrets.test(text)
