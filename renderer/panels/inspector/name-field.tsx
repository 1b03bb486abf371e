import { type KeyboardEvent, useRef, useState } from 'react'
import { text } from '#words/index.ts'
import { useDocument } from '../../session/use-document.ts'

/** The name of an element, changed where it stands: Enter or leaving saves, Escape gives up. */
export function NameField({ id, name }: { readonly id: string; readonly name: string }) {
  const document = useDocument()
  const [typed, setTyped] = useState<string>()
  const [refused, setRefused] = useState('')
  // What was given up with Escape must not be saved by leaving.
  const isGivenUp = useRef(false)
  const commit = (): void => {
    if (typed === undefined || isGivenUp.current) return
    const outcome = typed.trim() === name ? undefined : document.rename(id, typed.trim())
    if (outcome?.ok === false) return setRefused(text(`refusal/${outcome.error.code}`, outcome.error.values) || outcome.error.code)
    setRefused('')
    setTyped(undefined)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      commit()
    }
    if (event.key !== 'Escape') return
    isGivenUp.current = true
    setTyped(undefined)
    setRefused('')
    event.currentTarget.blur()
  }
  return (
    <div className="name-field">
      <textarea
        rows={1}
        readOnly={document.readOnly}
        aria-label={text('screens/name')}
        aria-describedby="name-hint"
        aria-invalid={refused !== ''}
        data-clean={typed === undefined || typed === name}
        value={typed ?? name}
        onFocus={() => {
          isGivenUp.current = false
        }}
        onChange={event => setTyped(event.target.value.replaceAll('\n', ''))}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      <p id="name-hint" className={refused === '' ? 'hint' : 'hint bad'} role={refused === '' ? undefined : 'alert'}>
        {refused || text('screens/rename-hint')}
      </p>
    </div>
  )
}
