import { useEffect, useState } from 'react'
import { readDocument } from '#model/file/index.ts'
import { text } from '#words/index.ts'
import type { Host } from './platform/host.ts'
import { openDocument, type OpenDocument } from './session/open-document.ts'
import { DocumentProvider } from './session/use-document.ts'
import { Boundary } from './shell/boundary.tsx'
import { Shell } from './shell/shell.tsx'

type Opening = { readonly document?: OpenDocument; readonly problem?: string }

/** The whole screen: opens what the machine gives and shows it. */
export function App({ host }: { readonly host: Host }) {
  useEffect(() => {
    window.document.title = text('screens/title')
  }, [])
  const [{ document, problem }, setOpening] = useState<Opening>({})
  useEffect(() => {
    void openFrom(host).then(setOpening, (error: unknown) => setOpening({ problem: String(error) }))
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

async function openFrom(host: Host): Promise<Opening> {
  const file = await host.open()
  if (file === undefined) return {}
  const read = readDocument(file.bytes)
  if (!read.ok) return { problem: text(`file/${read.error.code}`, { file: file.name, ...read.error.values }) || read.error.code }
  const surroundings = { fileName: file.name, today: today(), clock: () => performance.now(), newId }
  return { document: openDocument(read.value.snapshot, surroundings) }
}

/** The day on this machine, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

const newId = (): string => crypto.randomUUID().replaceAll('-', '')
