import { findingsOf, stepsOf } from '#model/analysis/index.ts'
import { ledgerOf } from '#model/method/ledger.ts'
import { breakthroughPlan } from '#model/method/plan.ts'
import { text } from '#words/index.ts'
import type { Context } from '../context.ts'
import { titleOf } from '../output/describe.ts'
import { type DocumentFile, newDocument, openDocument } from '../document-file.ts'
import type { Outcome } from '../output/outcome.ts'
import { width } from '../output/print.ts'
import { create } from './create.ts'
import { gainsText } from './plan.ts'
import { ready } from './ready.ts'
import { exportTo } from './export.ts'
import { importInto } from './transfer.ts'

/** A real list, where a copy of one lies beside the project. */
const LIST = '../shared/data/gov/derived/广安区政务服务事项清单.csv'

/** The main job on the sample and, where there is one, on a real list: documents and checklists in `out/`, and what they say. */
export async function startHere(context: Context): Promise<Outcome> {
  const sample = await freshSample(context, 'out/三资示例.jw')
  const checklist = await exportTo(context, sample, 'excel', { out: 'out/三资示例-清单.xlsx', mayReplace: true })
  const lines = [text('cli/start-title'), '', drawV(sample), '', ready(sample).text, '', ...printNext(sample), '', findingLine(sample), '']
  const files = ['out/三资示例.jw', 'out/三资示例-清单.xlsx']
  const list = await realList(context)
  if (list) {
    lines.push(text('cli/start-list'), list.text, '')
    files.push(...list.files)
  }
  lines.push(text('cli/start-files'), ...files.map(file => `  ${file}`), '', text('cli/start-next'))
  return {
    json: {
      files,
      ledger: ledgerOf(sample.view()),
      steps: stepsOf(sample.analysis()).map(({ step, done, total }) => ({ step, done, total })),
      checklist: checklist.json,
    },
    text: lines.join('\n'),
  }
}

async function freshSample(context: Context, path: string): Promise<DocumentFile> {
  const read = await context.store.read(path)
  if (!read.ok) await create(context, path, { template: 'sanzi' })
  return openDocument(context, path)
}

async function realList(context: Context): Promise<{ readonly text: string; readonly files: readonly string[] } | undefined> {
  const source = await context.store.source(LIST)
  if (!source.ok) return undefined
  const path = 'out/广安区事项.jw'
  const known = await context.store.read(path)
  const document = known.ok ? await openDocument(context, path) : newDocument(context, path)
  const outcome = await importInto(context, document, LIST, { map: [], dryRun: false, partial: false, removals: false, takeSheet: false })
  await exportTo(context, document, 'excel', { out: 'out/广安区事项-清单.xlsx', mayReplace: true })
  return { text: outcome.text, files: [path, 'out/广安区事项-清单.xlsx'] }
}

/** Rows of the V: a step of the left leg beside the step of the right leg that verifies it. */
const rows: readonly (readonly [left: string, right: string | undefined])[] = [
  ['L1', 'R7'],
  ['L2', 'R6'],
  ['L3', 'R5'],
  ['L4', 'R4'],
  ['L5', undefined],
  ['L6', 'R2'],
  ['L7', 'R3'],
  ['L8', 'R1'],
]

/** The V with the counts of both legs; steps at one height verify one another. */
export function drawV(document: DocumentFile): string {
  const standings = new Map(stepsOf(document.analysis()).map(one => [one.step as string, one] as const))
  const cell = (step: string): string => {
    const one = standings.get(step)
    return one === undefined ? '' : `${step} ${text(`step/${step}`)} ${one.done}/${one.total}`
  }
  const widest = Math.max(...rows.map(([left]) => width(cell(left))))
  return rows
    .map(([left, right], index) => {
      const indent = ' '.repeat(index * 2)
      const gap = '·'.repeat(Math.max(4, widest - width(cell(left)) + (rows.length - index) * 4))
      return right === undefined ? `${indent}${cell(left)}` : `${indent}${cell(left)} ${gap} ${cell(right)}`
    })
    .join('\n')
}

function printNext(document: DocumentFile): string[] {
  const { steps } = breakthroughPlan(document.view())
  return [
    text('cli/start-services'),
    ...steps.slice(0, 5).map(step => {
      const why = step.blockedBy ? text('cli/start-blocked') : ''
      return text('cli/start-service', {
        rank: step.rank,
        name: titleOf(step.service),
        requirements: step.requirements.length,
        gains: gainsText(step.gains),
        why,
      })
    }),
  ]
}

function findingLine(document: DocumentFile): string {
  const open = findingsOf(document.analysis()).filter(one => !one.waived)
  const count = (severity: string): number => open.filter(one => one.severity === severity).length
  return text('cli/start-findings', { error: count('error'), warning: count('warning'), info: count('info') })
}
