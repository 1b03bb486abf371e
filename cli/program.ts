import { Command } from 'commander'
import { speak } from '#words/index.ts'
import type { Context } from './context.ts'
import { type Action, type Define, defineAnswers, open } from './define-answers.ts'
import { exitCodes } from './output/exit-codes.ts'
import { openContext } from './open-context.ts'
import { titleOfHelp, told } from './output/told.ts'
import { amongst, collect, given, listOf, type Options, wordOf } from './options.ts'

interface Frame {
  readonly json: boolean
  readonly lang: string
}

/** Runs one command and gives its exit code. Source: contracts C5. */
export async function runProgram(args: readonly string[]): Promise<number> {
  let code: number = exitCodes.fine
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort())
  const program = new Command('jingwei')
    .description('经纬：V 模型工作台的命令行')
    .version('0.1.0', '-V, --version', '版本')
    .helpOption('-h, --help', '帮助')
    .helpCommand('help [command]', '某个命令的帮助')
    .configureHelp({ styleTitle: titleOfHelp })
    // What is wrong with the words is said by `told`, in the user's language.
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
  const define = (usage: string, description: string, action: Action): Command =>
    program
      .command(usage)
      .description(description)
      .option('--json', '输出 JSON')
      .option('--lang <language>', '界面语言：zh-CN 或 en', 'zh-CN')
      .exitOverride()
      .action(async (...given: unknown[]) => {
        const command = given.at(-1) as Command
        const options = command.opts<Options & Frame>()
        speak(options.lang === 'en' ? 'en' : 'zh-CN')
        const context = await openContext(interrupted.signal)
        const outcome = await action(context, command.args, options)
        process.stdout.write(`${options.json ? JSON.stringify(outcome.json, undefined, 2) : outcome.text}\n`)
        code = outcome.exit ?? exitCodes.fine
        await outcome.meanwhile?.()
      })
  await defineAll(define)
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    return told(error)
  }
  return code
}

async function defineAll(define: Define): Promise<void> {
  defineBeginnings(define)
  defineFiles(define)
  defineTransfer(define)
  defineEditing(define)
  defineAnswers(define)
  defineServe(define)
}

function defineBeginnings(define: Define): void {
  define('new <file>', '新建文档', async (context, [file = ''], options) => {
    const { create, createDemo } = await import('./commands/create.ts')
    const demo = wordOf(options, 'demo')
    return demo === undefined
      ? create(context, file, { template: wordOf(options, 'template') ?? 'blank', ...given(options, 'name') })
      : createDemo(context, file, { demo, ...given(options, 'seed', 'template', 'name') })
  })
    .option('--template <name>', '模板，见 templates，不写是 blank')
    .option('--name <name>', '文档名称')
    .option('--demo <size>', '按规模生成试用文档：S、M、L 或 XL')
    .option('--seed <n>', '试用文档的种子，同样的种子得到同样的文档，不写是 1')
  define('templates [name]', '列出模板，或看某个模板有什么', async (context, [name]) =>
    (await import('./commands/templates.ts')).templates(context, name),
  )
}

function defineServe(define: Define): void {
  define('serve [file]', '打开工作台：在本机回答它的页面，最后一个窗口关闭后退出', async (context, [file], options) =>
    (await import('./commands/serve.ts')).serve(context, file, {
      mayOpen: options['open'] !== false,
      port: wordOf(options, 'port'),
      idle: wordOf(options, 'idle'),
    }),
  )
    .option('--no-open', '不打开浏览器，只输出一行 JSON，里面是只能用一次的地址')
    .option('--port <n>', '端口，不写是 47316；0 是任意空闲端口')
    .option('--idle <seconds>', '没有窗口多少秒后退出，不写是 60；第一个窗口可以等 10 倍')
}

function defineFiles(define: Define): void {
  define('info <file>', '文档概况', async (context, [file = '']) => (await import('./commands/files.ts')).info(await open(context, file)))
  define('diff <first> <second>', '比较两份文档', async (context, [first = '', second = '']) =>
    (await import('./commands/files.ts')).compare(context, first, second),
  )
  define('undo <file>', '撤销最后一次操作', async (context, [file = '']) =>
    (await import('./commands/files.ts')).undo(context, await open(context, file)),
  )
  define('backups <file>', '列出以前的版本', async (context, [file = ''], options) =>
    (await import('./commands/files.ts')).backups(context, await open(context, file), given(options, 'open')),
  ).option('--open <n>', '把第 n 个版本写到文档旁边')
}

function defineTransfer(define: Define): void {
  define('import <file> <source>', '把已有的清单或工具包收进来（文件不存在时新建）', async (context, [file = '', source = ''], options) =>
    (await import('./commands/transfer.ts')).importInto(context, await openOrNew(context, file), source, {
      ...given(options, 'as'),
      map: listOf(options, 'map'),
      dryRun: options['dryRun'] === true,
      partial: listOf(options, 'accept').includes('partial'),
      removals: listOf(options, 'accept').includes('removals'),
      takeSheet: listOf(options, 'take').includes('sheet'),
    }),
  )
    .option('--as <format>', '来源格式：checklists、table 或 dak')
    .option('--map <header=field>', '指定某个表头对应的字段，可重复', collect, [])
    .option('--dry-run', '只看结果，不写入')
    .option(
      '--accept <what>',
      'partial：有问题的行略过，其余写入；removals：清单里删掉的行也从文档删除；可重复',
      amongst('partial', 'removals'),
      [],
    )
    .option('--take <side>', 'sheet：表格与文档不一致时以表格为准', amongst('sheet'), [])
  define('export <file>', '导出为其他格式，或填进别人的表格', async (context, [file = ''], options) => {
    const { exportInto, exportTo } = await import('./commands/export.ts')
    const target = { out: wordOf(options, 'out'), mayReplace: options['force'] === true }
    const form = wordOf(options, 'into')
    const document = await open(context, file)
    if (form !== undefined) return exportInto(context, document, form, { ...target, map: listOf(options, 'map') })
    return exportTo(context, document, wordOf(options, 'format') ?? 'excel', target)
  })
    .option('--into <form>', '按表头填进这份 xlsx 表格，其余保持原样')
    .option('--map <header=field>', '指定表格里某个表头对应的字段，可重复', collect, [])
    .option('--format <format>', '格式：excel', 'excel')
    .option('--out <path>', '写到哪里')
    .option('--force', '覆盖已有文件')
  define('scaffold <file>', '为平台工程师生成对接材料：清单、申请表、结构、接口、契约、建表语句', async (context, [file = ''], options) =>
    (await import('./commands/scaffold.ts')).writeScaffold(
      context,
      await open(context, file),
      given(options, 'out', 'system', 'module', 'zone'),
    ),
  )
    .option('--out <folder>', '写到哪个新文件夹')
    .option('--system <element>', '只要某个系统的')
    .option('--module <element>', '只要某个业务模块的')
    .option('--zone <network>', '只要某个网络里的，例：政务外网；信息资源分布在几个网络时必须选定')
  define('schema [command]', '输出 JSON 的结构（JSON Schema）', async (context, [command]) =>
    (await import('./commands/schema.ts')).schema(context, command),
  )
  define('start-here', '跑一遍示例', async context => (await import('./commands/start-here.ts')).startHere(context)).helpCommand(false)
}

function defineEditing(define: Define): void {
  define('list <file> <kind>', '列出一类对象', async (context, [file = '', kind = '']) =>
    (await import('./commands/list.ts')).list(await open(context, file), kind),
  )
  define('show <file> <element>', '查看一个对象及其关联', async (context, [file = '', element = '']) =>
    (await import('./commands/list.ts')).show(await open(context, file), element),
  )
  define(
    'add <file> <kind> <name> [fields...]',
    '新增对象，字段写作 字段=值',
    async (context, [file = '', kind = '', name = '', ...fields], options) =>
      (await import('./commands/edit.ts')).addElement(await open(context, file), kind, name, { ...given(options, 'under'), fields }),
  ).option('--under <element>', '放在哪个对象下面')
  define(
    'set <file> <element> <field> [value]',
    '修改字段，集合用“；”分隔',
    async (context, [file = '', element = '', field = '', value], options) =>
      (await import('./commands/edit.ts')).setField(await open(context, file), element, field, {
        ...given(options, 'add', 'remove'),
        ...(value === undefined ? {} : { value }),
      }),
  )
    .option('--add <members>', '给集合增加')
    .option('--remove <members>', '从集合去掉')
  define('remove <file> <element>', '删除对象及其下级', async (context, [file = '', element = '']) =>
    (await import('./commands/edit.ts')).removeElement(await open(context, file), element),
  )
  define('move <file> <element>', '移动对象', async (context, [file = '', element = ''], options) =>
    (await import('./commands/edit.ts')).moveElement(await open(context, file), element, {
      ...given(options, 'under', 'after'),
      first: options['first'] === true,
    }),
  )
    .option('--under <element>', '移到哪个对象下面')
    .option('--after <element>', '排在哪个对象后面')
    .option('--first', '排在最前')
  define('duplicate <file> <element>', '复制对象及其下级', async (context, [file = '', element = '']) =>
    (await import('./commands/edit.ts')).duplicateElement(await open(context, file), element),
  )
  define('renumber <file>', '按规则重编编码', async (context, [file = ''], options) =>
    (await import('./commands/renumber.ts')).renumberAll(await open(context, file), {
      ...given(options, 'kind', 'under'),
      onlyMissing: options['missing'] === true,
    }),
  )
    .option('--kind <kind>', '只编某一类')
    .option('--under <element>', '只编某个对象以下')
    .option('--missing', '只给没有编码的编')
}

/** The document, or a blank one that becomes a file when it is first saved. */
async function openOrNew(context: Context, file: string) {
  const { newDocument, openDocument } = await import('./document-file.ts')
  const read = await context.store.read(file)
  if (read.ok || read.error.code !== 'gone') return openDocument(context, file)
  const { add } = await import('#model/operations/add.ts')
  const document = newDocument(context, file)
  const name = file.replace(/^.*[/\\]/u, '').replace(/\.jw$/u, '')
  document.run(add, { kind: 'document', name, fields: { createdOn: context.today } })
  return document
}
