/** One record of separated text. */
export interface FieldRecord {
  readonly fields: readonly string[]
  /** A field began with a quote that never closes; it was taken as it stands. */
  readonly isOpen: boolean
  readonly isLast: boolean
}

interface Field {
  readonly value: string
  /** Where the separator, the line end or the end of the text stands. */
  readonly next: number
  readonly isOpen?: boolean
}

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/**
 * Records with quoted fields; a quote inside an unquoted field is an ordinary sign, as people type it. Line ends of every
 * system, also mixed; the last line needs none. Source: RFC 4180.
 */
export function* readRecords(text: string, separator: string): Iterable<FieldRecord> {
  const mark = separator.charCodeAt(0)
  for (let at = 0; at < text.length; ) {
    const fields: string[] = []
    let isOpen = false
    for (;;) {
      const field = text.charCodeAt(at) === QUOTE ? quoted(text, at, mark) : plain(text, at, mark)
      fields.push(field.value)
      isOpen ||= field.isOpen === true
      at = field.next
      if (text.charCodeAt(at) !== mark) break
      at++
    }
    if (text.charCodeAt(at) === CR) at++
    if (text.charCodeAt(at) === LF) at++
    yield { fields, isOpen, isLast: at >= text.length }
  }
}

function plain(text: string, start: number, mark: number): Field {
  let at = start
  for (; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === mark || sign === LF || sign === CR) break
  }
  return { value: text.slice(start, at), next: at }
}

function quoted(text: string, start: number, mark: number): Field {
  let value = ''
  for (let at = start + 1; ; ) {
    const close = text.indexOf('"', at)
    if (close < 0) return { ...plain(text, start, mark), isOpen: true }
    value += text.slice(at, close)
    if (text.charCodeAt(close + 1) !== QUOTE) {
      const rest = plain(text, close + 1, mark)
      return { value: value + rest.value, next: rest.next }
    }
    value += '"'
    at = close + 2
  }
}
