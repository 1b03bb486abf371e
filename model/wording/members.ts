/**
 * Several values in one cell, as people write them: joined by `；`. A member that itself holds the separator keeps it
 * behind a backslash, so that reading gives back exactly what was written.
 */
export function join(members: readonly string[], separators: readonly string[] = between): string {
  return members.map(member => escaped(member, separators)).join(separators[0])
}

/** What separates members: the first is written; the others separate too, since people type them. */
const between: readonly string[] = ['；', ';', '\n']

function escaped(member: string, separators: readonly string[]): string {
  return separators.reduce((text, separator) => text.replaceAll(separator, `\\${separator}`), member.replaceAll('\\', '\\\\'))
}

/** The members of a cell; empty ones are dropped. */
export function split(written: string, separators: readonly string[] = between): string[] {
  const members: string[] = []
  let member = ''
  for (let index = 0; index < written.length; index++) {
    const char = written.charAt(index)
    if (char === '\\' && index + 1 < written.length) member += written.charAt(++index)
    else if (separators.includes(char)) {
      members.push(member)
      member = ''
    } else member += char
  }
  members.push(member)
  return members.map(one => one.trim()).filter(one => one !== '')
}
