import './without-evaluation.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { sampleHost } from './sample-host.ts'

const place = document.getElementById('root')
if (place === null) throw new Error('the page has no root')
createRoot(place).render(<App host={sampleHost} />)
