/** What is said of one rule. */
export interface RuleText {
  /** What is wrong and where; one sentence, or one for each case the rule tells apart. */
  readonly says: string | { readonly [which: string]: string }
  /** What to do. */
  readonly do: string
  /** Why it matters. */
  readonly why: string
  /** How it looks when it is right. */
  readonly example: string
}

/** Texts by rule id. */
export type RuleTexts = { readonly [rule: string]: RuleText }

/** The texts by code: `CHK-…` is the message (`CHK-….case` where there are cases), `/do`, `/why` and `/example` explain it. */
export function byCode(texts: RuleTexts): { readonly [code: string]: string } {
  const result: Record<string, string> = {}
  for (const [rule, { says, do: what, why, example }] of Object.entries(texts)) {
    if (typeof says === 'string') result[rule] = says + what
    else for (const [which, sentence] of Object.entries(says)) result[`${rule}.${which}`] = sentence + what
    result[`${rule}/do`] = what
    result[`${rule}/why`] = why
    result[`${rule}/example`] = example
  }
  return result
}
