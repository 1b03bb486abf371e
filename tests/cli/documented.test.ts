import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { writeXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { workplace } from './harness.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/** Lines of the examples, in their order. */
const examples = [...read('../../docs/cli.md').matchAll(/```\n([\s\S]*?)```/gu)].flatMap(match =>
  (match[1] ?? '')
    .trim()
    .split('\n')
    .map(line => line.split(' ').slice(1)),
)

const schemas = new Map(
  readdirSync(new URL('../../docs/schemas/', import.meta.url)).map(
    name => [name.replace('.json', ''), JSON.parse(read(`../../docs/schemas/${name}`)) as object] as const,
  ),
)

describe('[C5.3] docs/cli.md', () => {
  const { run, folder } = workplace()
  writeFileSync(
    join(folder, '事项清单.csv'),
    '实施部门,主项名称,事项名称,事项编码\n区民政局,婚姻登记,结婚登记,A-1\n区民政局,未分类,收养登记,A-2\n',
  )
  beforeAll(async () => {
    const rows = [['××市事项梳理表'], ['序号', '事项名称', '牵头单位', '办理依据'], [], [], ['注：请于月底前报送']]
    writeFileSync(join(folder, '上报表.xlsx'), await writeXlsx({ sheets: [{ name: '附件', rows }] }))
  })
  const ajv = new Ajv2020({ strict: false })

  test('has an example of every command, and of the schema of every file that a command writes', () => {
    const shown = new Set(examples.flatMap(([command, named]) => (command === 'schema' ? [command, named] : [command])))
    for (const command of schemas.keys()) expect([...shown], command).toContain(command)
  })

  test.each(examples.map(args => [args.join(' '), args] as const))('jingwei %s', async (_, args) => {
    const { code, out, err } = await run(...args, '--json')
    expect(code, err).toBe(args[0] === 'check' ? 1 : 0)
    const schema = schemas.get(args[0] ?? '')
    const answer = JSON.parse(out) as unknown
    if (schema) {
      const validate = ajv.compile(schema)
      expect(validate(answer), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    }
  })
})

test('what a person reads is Chinese and ends with a line end; --lang en changes the frame', async () => {
  const { run } = workplace()
  await run('new', 'a.jw', '--template', 'sanzi')
  const chinese = await run('ready', 'a.jw')
  expect(chinese.out).toContain('数据共享需求满足率 78.38%（29/37，目标 99%）')
  const english = await run('ready', 'a.jw', '--lang', 'en')
  expect(english.out).toContain('Data sharing satisfaction')
})
