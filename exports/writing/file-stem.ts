import { cutGraphemes } from '#model/base/graphemes.ts'

/** Bytes a stem may have: with a folder, an extension and what a sync tool adds it stays below every file system's limit. */
const LONGEST = 120

/**
 * A file name without its extension, as near to the text as letters, digits, `-` and `_` allow, so that it is legal on every
 * system and says nothing to a shell. Source: reliability E8.
 */
export function fileStem(text: string, fallback: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{M}_-]+/gu, '_')
    .replaceAll(/^[_\p{M}-]+|_+$/gu, '')
  return cutGraphemes(plain, LONGEST, 'bytes') || fallback
}
