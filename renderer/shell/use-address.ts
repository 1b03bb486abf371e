import { useEffect } from 'react'
import { readPlace, writePlace } from '../state/place.ts'
import { useWorkbench } from '../state/workbench.ts'

/** Keeps the address and the place the same, so that going back works and a place can be written down. */
export function useAddress(): void {
  const place = useWorkbench(one => one.place)
  const put = useWorkbench(one => one.put)
  useEffect(() => {
    const read = (): void => {
      if (location.hash !== writePlace(useWorkbench.getState().place)) put(readPlace(location.hash))
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [put])
  useEffect(() => {
    const written = writePlace(place)
    if (location.hash !== written) history.pushState(null, '', written)
  }, [place])
}
