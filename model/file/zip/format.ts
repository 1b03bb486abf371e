/** What a zip is made of, as far as we write and read it. Source: APPNOTE.TXT 6.3.10, 4.3 and 4.4. */
export const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const

/** Lengths of the records without names and comments, in bytes. */
export const lengths: { readonly local: number; readonly central: number; readonly end: number } = { local: 30, central: 46, end: 22 }

export const methods: { readonly stored: number; readonly deflated: number } = { stored: 0, deflated: 8 }

/** Names are UTF-8. */
export const UTF8_FLAG = 0x0800

/** The content is encrypted. */
export const ENCRYPTED_FLAG = 0x0001

/** 1980-01-01 as zip writes dates: no clock goes into a file. */
export const FIRST_DATE = 0x0021

/** Version 2.0 of the format, which knows deflate. */
export const VERSION = 20
