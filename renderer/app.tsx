import { useEffect, useState } from 'react'
import { readDocument } from '#model/file/index.ts'
import { text } from '#words/index.ts'
import type { Host, Opened } from './platform/host.ts'
import { openDocument, type OpenDocument } from './session/open-document.ts'
import { DocumentProvider } from './session/use-document.ts'
import { Boundary } from './shell/boundary.tsx'
import { Shell } from './shell/shell.tsx'

type Opening = { readonly document?: OpenDocument; readonly problem?: string }

/** The whole screen: shows the document that the machine gave last. */
export function App({ host }: { readonly host: Host }) {
  const [{ document, problem }, setOpening] = useState<Opening>({})
  useEffect(() => {
    window.document.title = text('screens/title')
    return host.watch(opened => setOpening(openingOf(opened)))
  }, [host])
  if (problem !== undefined) return <p className="notice bad">{text('screens/open-failed', { problem })}</p>
  if (document === undefined) return <p className="notice">{text('screens/opening')}</p>
  return (
    <Boundary>
      <DocumentProvider value={document}>
        <Shell />
      </DocumentProvider>
    </Boundary>
  )
}

function openingOf(opened: Opened): Opening {
  const { name: file } = opened
  if (!opened.ok) return { problem: text(`problem/${opened.error.code}`, { file }) || opened.error.code }
  const read = readDocument(opened.value.bytes)
  if (!read.ok) return { problem: text(`file/${read.error.code}`, { file, ...read.error.values }) || read.error.code }
  const { snapshot, kept, readOnly } = read.value
  const parts = { today: today(), clock: () => performance.now(), newId }
  return { document: openDocument(snapshot, { ...opened.value, readOnly: readOnly || opened.value.readOnly, kept }, parts) }
}

/** The day on this machine, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

const newId = (): string => crypto.randomUUID().replaceAll('-', '')
