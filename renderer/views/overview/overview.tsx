import { text } from '#words/index.ts'
import { Rates } from './rates.tsx'
import { VDrawing } from './v-drawing.tsx'

/** Home: the two rates, what is ready, who works together, and the V. */
export const Overview = () => (
  <>
    <h1>{text('screens/overview')}</h1>
    <p className="sub">{text('screens/overview-sub')}</p>
    <Rates />
    <VDrawing />
  </>
)
