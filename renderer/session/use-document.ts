import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Now } from './now.ts'
import type { OpenDocument } from './open-document.ts'

const Current = createContext<OpenDocument | undefined>(undefined)

export const DocumentProvider = Current.Provider

/** The open document. Throws outside a provider: screens stand below one. */
export function useDocument(): OpenDocument {
  const document = useContext(Current)
  if (document === undefined) throw new Error('no document is open')
  return document
}

/** What is known of the document, kept current. */
export function useNow(): Now {
  const { subscribe, now } = useDocument()
  return useSyncExternalStore(subscribe, now)
}
