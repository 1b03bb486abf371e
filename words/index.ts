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

/** The text for a code with its values put in; empty when no language has one. Chinese stands in where another language has none. */
export function text(code: string, values: Values = {}): string {
  const template = languages[current][code] ?? zhCN[code] ?? ''
  return template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => shown(values[name]))
}

function shown(value: Values[string]): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.join('、') : String(value)
}

/** Every code a language has; for tests. */
export const codesOf = (language: Language): readonly string[] => Object.keys(languages[language])
