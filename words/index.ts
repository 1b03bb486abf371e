import { en } from './en/index.ts'
import { zhCN } from './zh-CN/index.ts'

/** Texts of one language by code; `{name}` stands for a value. */
export type Texts = { readonly [code: string]: string }

export type Language = 'zh-CN' | 'en'

const languages: { readonly [language in Language]: Texts } = { 'zh-CN': zhCN, en }

let current: Language = 'zh-CN'

/** Chooses the language of the frame; what a person wrote stays as it is. */
export function speak(language: Language): void {
  current = language
}

export type Values = { readonly [name: string]: string | number | boolean | readonly string[] | null | undefined }

/**
 * The text for a code with its values put in; empty when no language has one. Chinese stands in where another language has none.
 * `values.case` chooses among the wordings of a code: `code.case` goes before `code`.
 */
export function text(code: string, values: Values = {}): string {
  return filled(templateOf(`${code}.${shown(values['case'])}`) ?? templateOf(code) ?? '', values)
}

const templateOf = (code: string): string | undefined => languages[current][code] ?? zhCN[code]

/**
 * `{names}` is a value; in name brackets a list is a list of names, each in its own: 「甲」「乙」. `{problem:formula}` is the text of
 * another code, `formula/…` with the value behind it; where there is none, the value.
 */
const filled = (template: string, values: Values): string =>
  template.replaceAll(/(「)?\{(\w+)(?::(\w+))?\}/gu, (_, bracket: string | undefined, name: string, prefix: string | undefined) => {
    if (bracket !== undefined) return `「${shown(values[name], '」「')}`
    const value = shown(values[name])
    return prefix === undefined ? value : text(`${prefix}/${value}`, values) || value
  })

function shown(value: Values[string], between = '、'): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.join(between) : String(value)
}

/** Every code a language has with its template; for tests. */
export const codesIn = (language: Language): Texts => languages[language]
