import { findingsOf, stepsOf } from '#model/analysis/index.ts'
import { text } from '#words/index.ts'
import { kindLabel } from '../output/describe.ts'
import { findingText } from '../output/finding-text.ts'
import { exitCodes } from '../output/exit-codes.ts'
import type { Opened } from '../opened.ts'
import type { Outcome } from '../output/outcome.ts'
import { table } from '../output/print.ts'

interface Row {
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly element: string
  readonly kind: string
  readonly code: string | null
  readonly name: string
  readonly field: string | null
  readonly message: string
  readonly waived: boolean
}

/** Every open finding; exit code 1 while one of severity error is open. Source: contracts C5.3, C5.4. */
export function check(opened: Opened, options: { readonly sarif: boolean }): Outcome {
  const rows = rowsOf(opened)
  const open = rows.filter(row => !row.waived)
  const count = (severity: Row['severity']): number => open.filter(row => row.severity === severity).length
  const counts = { error: count('error'), warning: count('warning'), info: count('info'), waived: rows.length - open.length }
  const json = { findings: open.map(({ waived: _waived, ...row }) => row), counts }
  return {
    json: options.sarif ? sarif(open) : json,
    text: options.sarif ? JSON.stringify(sarif(open), undefined, 2) : print(open, counts),
    exit: counts.error > 0 ? exitCodes.findings : exitCodes.fine,
  }
}

function rowsOf(opened: Opened): readonly Row[] {
  return findingsOf(opened.analysis()).map(finding => {
    const element = opened.get(finding.element)
    const name = element?.name ?? ''
    return {
      rule: finding.rule,
      severity: finding.severity,
      element: finding.element,
      kind: element?.kind ?? '',
      code: element?.code ?? null,
      name,
      field: finding.field ?? null,
      message: findingText(finding, element),
      waived: finding.waived,
    }
  })
}

function print(
  rows: readonly Row[],
  counts: { readonly error: number; readonly warning: number; readonly info: number; readonly waived: number },
): string {
  const lines = rows.map(row => [text(`severity/${row.severity}`), row.rule, kindLabel(row.kind), row.code ?? '', row.message])
  return [
    table(
      [
        { title: text('cli/severity') },
        { title: text('cli/rule') },
        { title: text('cli/kind') },
        { title: text('cli/code'), most: 24 },
        { title: text('cli/message') },
      ],
      lines,
    ),
    text('cli/finding-counts', counts),
  ].join('\n')
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** Source: OASIS SARIF 2.1.0. */
function sarif(rows: readonly Row[]): unknown {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'jingwei', rules: [...new Set(rows.map(row => row.rule))].map(id => ({ id })) } },
        results: rows.map(row => ({
          ruleId: row.rule,
          level: levels[row.severity],
          message: { text: row.message },
          locations: [{ logicalLocations: [{ name: row.name, fullyQualifiedName: row.element, kind: row.kind }] }],
        })),
      },
    ],
  }
}

/** Completion of the fifteen steps, with everything that is missing. Source: contracts C2. */
export function steps(opened: Opened): Outcome {
  const standings = stepsOf(opened.analysis())
  const json = standings.map(({ step, done, total, missing }) => ({
    step,
    done,
    total,
    missing: missing.map(({ element, rule }) => ({
      element,
      kind: opened.get(element)?.kind ?? '',
      name: opened.get(element)?.name ?? '',
      rule,
    })),
  }))
  const rows = standings.map(({ step, done, total, missing }) => [
    step,
    text(`step/${step}`),
    String(done),
    String(total),
    total === 0 ? '—' : `${Math.floor((done * 100) / total)}%`,
    String(missing.length),
  ])
  return {
    json: { steps: json },
    text: table(
      [
        { title: text('cli/step') },
        { title: text('cli/step-name') },
        { title: text('cli/done'), align: 'right' },
        { title: text('cli/total'), align: 'right' },
        { title: text('cli/completion'), align: 'right' },
        { title: text('cli/missing'), align: 'right' },
      ],
      rows,
    ),
  }
}
