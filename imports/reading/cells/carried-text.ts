/** Control signs but tab and line ends, and what is no character at all. */
const foreign = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu

/** The text with U+FFFD for every sign that no document of ours can hold; the same text where there is none. Source: reliability E2. */
export const carriedText = (text: string): string => text.toWellFormed().replaceAll(foreign, '\uFFFD')
