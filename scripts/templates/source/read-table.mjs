/** What a cell that repeats the one above says. */
const SAME = '〃'

/** Rows of a table as records; the first row names the columns. Empty cells are absent. */
export function readTable([head, ...rows], place) {
  const columns = cellsOf(head)
  let above = {}
  return rows.map(row => {
    const cells = cellsOf(row)
    if (cells.length > columns.length) throw new Error(`${place}: ${cells.length} cells for ${columns.length} columns: ${row}`)
    const record = {}
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] === SAME ? (above[column] ?? '') : (cells[index] ?? '')
      if (cell !== '') record[column] = cell
    }
    above = record
    return record
  })
}

const cellsOf = row => row.split('|').map(cell => cell.trim())

/** Members of a cell that holds several. */
export const membersOf = cell =>
  cell
    .split('；')
    .map(one => one.trim())
    .filter(one => one !== '')
