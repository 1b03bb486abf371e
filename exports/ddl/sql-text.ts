import { storable } from '#model/base/text.ts'

/** A delimited identifier. Source: SQL:2023 part 2, 5.2. */
export const identifier = (name: string): string => `"${storable(name).replaceAll('"', '""')}"`

/** A character string literal; `standard_conforming_strings` is on since PostgreSQL 9.1, so a backslash means itself. */
export const literal = (text: string): string => `'${storable(text).replaceAll("'", "''")}'`

/** A comment to the end of the line: whatever would end the line or turn the direction of text is left out. */
export const remark = (text: string): string =>
  `-- ${text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu, ' ')}`
