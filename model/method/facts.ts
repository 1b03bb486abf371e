import { business } from './business.ts'
import { datum } from './datum.ts'
import type { AnyFact } from './define-fact.ts'
import { evidence } from './evidence.ts'
import { indicatorReady, itemReady, moduleReady, systemReady, unitReady } from './readiness.ts'
import { source } from './source.ts'
import { uses } from './uses.ts'

/** What the method says of a document; each fact reads only those before it. */
export const facts: readonly AnyFact[] = [
  business,
  uses,
  source,
  datum,
  itemReady,
  indicatorReady,
  unitReady,
  moduleReady,
  systemReady,
  evidence,
]
