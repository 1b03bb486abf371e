import { compareKey, storable } from '#model/base/text.ts'

/** A text of a cell as it is taken: line ends of one sort, no blanks around it. */
export function settled(text: string): string {
  if (text === '' || plain.test(text)) return text
  const lines = storable(text).split('\n')
  return lines
    .map(line => line.trimEnd())
    .join('\n')
    .trim()
}

/** Texts without blanks, line ends and rare signs: nearly all, and there are millions of cells. */
const plain = /^[!-~\u3001-\u9FFF\uFF01-\uFF5E\u2014\u2018-\u201D\u2026]+$/u

/**
 * What two texts have in common that differ in nothing a person meant: width of signs, sorts and numbers of blanks, blanks
 * beside Chinese. Programs and input methods change them by themselves.
 */
export const foldWidth = (text: string): string =>
  settled(text)
    .replaceAll(/[\uFF01-\uFF5E]/gu, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])| ?(?=[();,:])|(?<=[();,:]) /gu, '')

/** What titles are compared by: no mark of what is required, no blanks, no width. */
export const titleKey = (title: string): string => compareKey(title).replaceAll(/[\s*]|\[必填\]|【必填】/gu, '')
