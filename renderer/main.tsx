import './without-evaluation.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import type { Host } from './platform/host.ts'
import { connectLoopback } from './platform/loopback.ts'
import { machineHost } from './platform/machine-host.ts'
import { sampleHost } from './sample-host.ts'

const place = document.getElementById('root')
if (place === null) throw new Error('the page has no root')
createRoot(place).render(<App host={await hostHere()} />)

/** Until a person opens a file, the worked example is shown. */
async function hostHere(): Promise<Host> {
  const api = await connectLoopback()
  if (api === undefined) return sampleHost
  const machine = machineHost(api)
  return {
    watch(listener) {
      const stopSample = sampleHost.watch(listener)
      const stop = machine.watch(opened => {
        stopSample()
        listener(opened)
      })
      return () => {
        stopSample()
        stop()
      }
    },
  }
}
