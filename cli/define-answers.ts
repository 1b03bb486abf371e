import type { Command } from 'commander'
import type { Context } from './context.ts'
import { given, type Options, wordOf } from './commands/options.ts'
import type { Outcome } from './output/outcome.ts'

export type Action = (context: Context, args: readonly string[], options: Options) => Promise<Outcome>

export type Define = (usage: string, description: string, action: Action) => Command

export const open = async (context: Context, file: string) => (await import('./document-file.ts')).openDocument(context, file)

/** The commands that compute something of a document and leave it as it is, but for `requirements --write`. */
export function defineAnswers(define: Define): void {
  define('steps <file>', '15 个步骤的完成情况', async (context, [file = '']) =>
    (await import('./commands/check.ts')).steps(await open(context, file)),
  )
  define('check <file>', '检查', async (context, [file = ''], options) =>
    (await import('./commands/check.ts')).check(await open(context, file), { sarif: options['sarif'] === true }),
  ).option('--sarif', '输出 SARIF')
  define('ready <file>', '满足率与就绪情况', async (context, [file = ''], options) => {
    const { explainReady, ready } = await import('./commands/ready.ts')
    const document = await open(context, file)
    const explained = wordOf(options, 'explain')
    return explained === undefined ? ready(document) : explainReady(document, explained)
  }).option('--explain <element>', '说明为什么没有就绪')
  define('requirements <file>', '数据需求清单', async (context, [file = ''], options) => {
    const document = await open(context, file)
    return options['write'] === true
      ? (await import('./commands/transfer.ts')).writeMissing(document)
      : (await import('./commands/requirements.ts')).requirements(document)
  }).option('--write', '生成缺少的数据需求')
  define('collaborations <file>', '协同关系及其依据', async (context, [file = '']) =>
    (await import('./commands/requirements.ts')).collaborations(await open(context, file)),
  )
  define('plan <file>', '先接通哪些服务', async (context, [file = '']) =>
    (await import('./commands/plan.ts')).plan(await open(context, file)),
  )
  define('trace <file> <element>', '沿两条腿追溯', async (context, [file = '', element = '']) =>
    (await import('./commands/follow.ts')).trace(await open(context, file), element),
  )
  define('impact <file> <element>', '改动或删除的影响', async (context, [file = '', element = '']) =>
    (await import('./commands/follow.ts')).impact(await open(context, file), element),
  )
  define('coverage <file>', '覆盖情况与缺口', async (context, [file = ''], options) =>
    (await import('./commands/follow.ts')).coverage(await open(context, file), given(options, 'rows', 'columns')),
  )
    .option('--rows <kind>', '行的类别', 'item')
    .option('--columns <kind>', '列的类别，默认是五个方面')
  define('duplicates <file>', '重复与近义', async (context, [file = '']) =>
    (await import('./commands/duplicates.ts')).duplicates(await open(context, file)),
  )
}
