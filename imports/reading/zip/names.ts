/** Names that Windows takes for devices, with any ending; superscript digits too. Source: Microsoft, "Naming Files, Paths, and Namespaces". */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/iu

/** Control signs, and those that turn the direction of writing or cannot be seen: a name must be what it looks like. */
const misleading = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/u

/** Names that an object would take for something of its own. Entries stand in a `Map`; those who copy them may be less careful. */
const inherited: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Whether a name of an archive stays inside it on every system, and is what it looks like. Nothing is ever written to a
 * path made from such a name all the same. Source: reliability I2, I4.
 */
export function isSafeName(name: string, most: number): boolean {
  if (name === '' || !name.isWellFormed() || new TextEncoder().encode(name).length > most) return false
  if (misleading.test(name) || /[\\:*?"<>|]/u.test(name) || name.startsWith('/')) return false
  const parts = name.endsWith('/') ? name.slice(0, -1).split('/') : name.split('/')
  return parts.every(part => part !== '' && !/[. ]$/u.test(part) && !reserved.test(part) && !inherited.has(part))
}

/** Two names that some system takes for one have the same key. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase()

/** The name as its writer meant it: UTF-8 where it says so, else what it can be; undefined when it is no text. */
export function decodeName(bytes: Uint8Array, isUtf8: boolean): string | undefined {
  for (const encoding of isUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      // The decoder throws at the first byte that is not of this encoding: the next one is tried.
    }
  }
  return undefined
}
