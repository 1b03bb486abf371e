/** Bytes of UTF-8 a suggested name may have; file systems allow 255, and a sync tool adds its own. Source: reliability D13. */
const longest = 200

/** Signs no Windows file name may hold, and what says the same to a reader. Source: Naming Files, Paths, and Namespaces (Microsoft). */
const fullWidth: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
}

/** Control signs, marks that turn the direction of text, halves of surrogate pairs, and signs that are no text. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** Names Windows keeps for devices, whatever follows the first dot. */
const device = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=\s*(?:\.|$))/iu

/**
 * A file name that is legal on Windows, macOS and Linux and at most 200 bytes long, as near to the title as can be; the
 * extension is without its dot. `fallback` is the name of what has no title.
 */
export function safeFileName(title: string, extension: string, fallback: string): string {
  const ending = `.${extension}`
  const room = longest - Buffer.byteLength(ending)
  const clean = trimmed(
    title
      .normalize('NFC')
      .replace(/[\t\n\r\v\f]+/gu, ' ')
      .replace(invisible, '')
      .replace(/[<>:"/\\|?*]/gu, sign => fullWidth[sign] ?? '_'),
  )
  const named = device.test(clean) ? `_${clean}` : clean
  return `${trimmed(cut(named, room)) || fallback}${ending}`
}

/** Without spaces around, dots at the end, which Windows drops, and dots before, which hide a file elsewhere. */
const trimmed = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/gu, '')

/** The beginning that fits into so many bytes. What a reader sees as one sign stays whole, unless it alone is too long. */
function cut(name: string, room: number): string {
  let result = ''
  let left = room
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(name)) {
    left -= Buffer.byteLength(segment)
    if (left < 0) return result || cutSign(segment, room)
    result += segment
  }
  return result
}

function cutSign(sign: string, room: number): string {
  let result = ''
  for (const point of sign) {
    if (Buffer.byteLength(result + point) > room) return result
    result += point
  }
  return result
}
