import { useEffect } from 'react'
import { useDocument } from '../session/use-document.ts'
import { saveDocument } from './saving.ts'

/** Saving, undo and redo wherever the focus is, except in a field with text that is not saved yet: there they are the field's. */
export function useKeys(): void {
  const document = useDocument()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 's' && !event.shiftKey) {
        event.preventDefault()
        // What is typed into a field is part of what is saved.
        if (window.document.activeElement instanceof HTMLTextAreaElement) window.document.activeElement.blur()
        void saveDocument(document)
        return
      }
      const act = key === 'z' && !event.shiftKey ? document.undo : key === 'y' || key === 'z' ? document.redo : undefined
      if (act === undefined || isTyping(event.target)) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [document])
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLTextAreaElement && target.dataset['clean'] !== 'true'
