import { cutGraphemes, utf16Length } from './cut.ts'

/** UTF-16 units a sheet name may have in Excel. */
const LONGEST = 31

/** Sheet names for titles: legal, unlike each other also in another case, and cut between signs. Source: reliability E7. */
export function sheetNames(titles: readonly string[], fallback: string): string[] {
  const taken = new Set<string>(['history'])
  return titles.map(title => {
    const plain = title.replaceAll(/[*?:\\/[\]]/gu, '_').replaceAll(/^['\s]+|['\s]+$/gu, '')
    let name = cutGraphemes(plain, LONGEST, utf16Length) || fallback
    for (let number = 2; taken.has(name.toLowerCase()); number++) {
      const suffix = `（${number}）`
      name = (cutGraphemes(plain, LONGEST - suffix.length, utf16Length) || fallback) + suffix
    }
    taken.add(name.toLowerCase())
    return name
  })
}
