import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { analyse, findingsOf } from '#model/analysis/index.ts'
import { lookUp } from '#model/derive/index.ts'
import { snapshotOf } from '#model/document/snapshot.ts'
import type { Element } from '#model/schema/element.ts'

const folder = new URL('../../templates/', import.meta.url)

/** Rule to the elements it is found at, the severe first as `check` lists them. */
type Findings = { readonly [rule: string]: readonly string[] }

function found(elements: readonly Element[]): Findings {
  const findings: Record<string, string[]> = {}
  for (const { rule, element } of findingsOf(analyse(lookUp.start(snapshotOf(elements)), '2022-03-31')))
    (findings[rule] ??= []).push(element)
  return findings
}

test.each(readdirSync(folder))('[C3.3] template %s shows exactly the findings it stores', template => {
  const { elements } = JSON.parse(readFileSync(new URL(`${template}/template.json`, folder), 'utf8')) as { readonly elements: Element[] }
  const stored = new URL(`${template}/findings.json`, folder)
  const findings = found(elements)
  // After a change of a rule or a template, once looked at: `JINGWEI_WRITE=1 npm test -- tests/templates/findings`.
  if (process.env['JINGWEI_WRITE'] === '1') writeFileSync(stored, `${JSON.stringify(findings, undefined, 2)}\n`)
  expect(findings).toStrictEqual(JSON.parse(readFileSync(stored, 'utf8')))
})
