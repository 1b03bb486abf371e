import { set_cptable } from 'xlsx'

/** Names of the code pages that workbooks of before Unicode use. Source: Microsoft, "Code Page Identifiers". */
const names: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [10000, 'macintosh'],
  [20866, 'koi8-r'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
  ...Array.from({ length: 9 }, (_, index) => [1250 + index, `windows-${1250 + index}`] as const),
])

const decoders = new Map<number, TextDecoder>()

function decode(page: number, bytes: ArrayLike<number>): string {
  const decoder = decoders.get(page) ?? new TextDecoder(names.get(page) ?? 'windows-1252', { ignoreBOM: true })
  decoders.set(page, decoder)
  return decoder.decode(Uint8Array.from(bytes))
}

/** Lets SheetJS read texts in code pages by the platform's decoders; its own tables weigh a megabyte, and without any Chinese is lost. */
export function teachCodePages(): void {
  set_cptable({ utils: { decode } })
}
