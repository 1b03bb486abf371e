import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { promises, rules } from '#model/rules/index.ts'
import { codesIn, text } from '#words/index.ts'

const root = new URL('../../', import.meta.url)

/** Every source file below some rooms, tests aside. */
function sourcesIn(...folders: readonly string[]): readonly string[] {
  return folders.flatMap(folder =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map(path => readFileSync(new URL(`${folder}/${path}`, root), 'utf8')),
  )
}

const codes = Object.keys(codesIn('zh-CN'))

/** What a rule's texts are called: the message, perhaps one of several cases, and what explains it. */
const ruleOf = (code: string): string => code.replace(/\/(?:do|why|example)$/u, '').replace(/\.[\w-]+$/u, '')

describe('words', () => {
  test('every text of a rule belongs to one, and every rule has all of its texts', () => {
    const ids = [...new Set([...rules, ...promises].map(({ id }) => id))]
    const texts = codes.filter(code => code.startsWith('CHK-'))
    expect([...new Set(texts.map(ruleOf))].sort()).toStrictEqual(ids.sort())
    for (const id of ids) for (const key of ['do', 'why', 'example']) expect(texts).toContain(`${id}/${key}`)
  })

  test('every case a rule tells apart has its sentence, and no sentence waits for a case that never comes', () => {
    const cases = codes.filter(code => /^CHK-[\w-]+\.[\w-]+$/u.test(code)).map(code => code.slice(code.indexOf('.') + 1))
    const source = sourcesIn('model/rules').join('\n')
    for (const which of new Set(cases)) {
      const isNamed = source.includes(`'${which}'`) || source.includes(`\`${which.replace(/-(?:up|down)$/u, '-${direction}')}\``)
      expect(isNamed, which).toBe(true)
    }
  })

  test('sentences about rules end like sentences and use full-width punctuation', () => {
    for (const code of codes.filter(one => one.startsWith('CHK-') && !one.endsWith('/example'))) {
      expect(text(code), code).toMatch(/。$/u)
      expect(text(code), code).not.toMatch(/[\p{Script=Han}][,;:!?]|[,;:!?][\p{Script=Han}]/u)
    }
  })
})

describe('text', () => {
  test('fills in values once, and lists of names each in its own brackets', () => {
    expect(text('CHK-R7-COMPONENT', { name: '应用{names}', names: ['甲', '乙'], count: 2 })).toContain(
      '「应用{names}」没有使用强制类组件：「甲」「乙」（共 2 个）',
    )
  })

  test('chooses the wording of a case', () => {
    expect(text('CHK-L7-FORMULA', { name: 'K', case: 'loop', path: 'A → B → A' })).toBe(
      '指标「K」的公式绕回了自己：A → B → A。请改正公式；新名称请先建立数据项，重名的请用编码，如 [K1.1]。',
    )
  })

  test('says another text by its code inside a sentence', () => {
    expect(text('CHK-L7-FORMULA', { name: 'K', case: 'unreadable', at: 4, problem: 'bracket-open' })).toBe(
      `指标「K」的公式在第 4 个字处有误：${text('formula/bracket-open')}。请改正公式；新名称请先建立数据项，重名的请用编码，如 [K1.1]。`,
    )
  })

  test('is empty for a code nobody knows', () => expect(text('no/such-code')).toBe(''))
})
