/** Lines a text takes in a column of so many characters; full-width characters count two. */
export function linesIn(text: string, width: number): number {
  if (text === '') return 1
  const room = Math.max(4, width - 2)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(halves(line) / room)), 0)
}

function halves(text: string): number {
  let count = 0
  for (const char of text) count += (char.codePointAt(0) ?? 0) > 0x2e7f || '“”‘’—…'.includes(char) ? 2 : 1
  return count
}
