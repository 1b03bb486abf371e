/** What a spreadsheet would take for the beginning of a formula, the full-width forms of East Asian Excel among them. */
const trigger = /^[=+\-@\t\r＝＋－＠]/u

/**
 * A table as CSV with a byte order mark, as Excel expects in China. A cell that would be read as a formula gets one `'` in
 * front; one that already begins with `'` before such a sign gets another, so that taking one away gives the text back.
 * Source: RFC 4180, reliability E1.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`

function cell(text: string): string {
  const safe = trigger.test(text.replace(/^'+/u, '')) ? `'${text}` : text
  return /[",\r\n\uFEFF]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
