import { compareKey, storable } from '#model/base/text.ts'

/** A text of a cell as it is taken: line ends of one sort, no blanks around it. */
export const settled = (text: string): string =>
  storable(text)
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trim()

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
