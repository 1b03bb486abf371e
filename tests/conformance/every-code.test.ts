import { expect, test } from 'vitest'
import type { LossCode } from '#exports/define-exporter.ts'
import type { ScaffoldRefusal } from '#exports/scaffold/scaffold.ts'
import type { ProblemCode } from '#bridge/problems.ts'
import type { Conflict } from '#model/compare/index.ts'
import type { RefusalCode } from '#model/document/operation.ts'
import type { FileRefusalCode } from '#model/file/format.ts'
import type { FormulaProblemCode } from '#model/formula/problems.ts'
import { kinds } from '#model/kinds/index.ts'
import { codesIn, text } from '#words/index.ts'
import { conflicts } from '#words/zh-CN/conflicts.ts'
import { formulas } from '#words/zh-CN/formulas.ts'
import { problems } from '#words/zh-CN/problems.ts'
import { refusals } from '#words/zh-CN/refusals.ts'
import { scaffold } from '#words/zh-CN/scaffold.ts'

// The compiler refuses this table when a code has no sentence.
const sentences: {
  readonly [Code in
    | `problem/${ProblemCode}`
    | `file/${FileRefusalCode}`
    | `formula/${FormulaProblemCode}`
    | `refusal/${RefusalCode}`
    | `conflict/${Conflict['code']}`
    | `loss/${LossCode}`
    | `scaffold/${ScaffoldRefusal['code']}`]: string
} = { ...conflicts, ...formulas, ...problems, ...refusals, ...scaffold }

test.each(Object.entries(sentences))('[words] %s says something', code => {
  expect(text(code)).toMatch(/\p{Script=Han}{3,}/u)
})

test('[words] every kind and field has a Chinese label and help', () => {
  for (const kind of kinds) {
    expect(kind.label, kind.name).toMatch(/\p{Script=Han}/u)
    for (const [field, declared] of Object.entries(kind.fields)) expect(declared.label.trim(), `${kind.name}.${field}`).not.toBe('')
  }
})

test('[words] English says the whole frame of the command line with the same places', () => {
  const places = (template: string): readonly string[] => [...template.matchAll(/\{\w+\}/gu)].map(String).sort()
  const chinese = codesIn('zh-CN')
  const english = codesIn('en')
  for (const [code, template] of Object.entries(chinese)) {
    if (!frame.some(prefix => code.startsWith(prefix))) continue
    expect(Object.keys(english), code).toContain(code)
    expect(places(english[code] ?? ''), code).toEqual(places(template))
  }
  for (const code of Object.keys(english)) expect(Object.keys(chinese)).toContain(code)
})

const frame = ['aspect/', 'cli/', 'column/', 'duplicate/', 'field/', 'operation/', 'read/', 'severity/', 'state/', 'step/', 'usage/']
