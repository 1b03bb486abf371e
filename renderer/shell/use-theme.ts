import { useEffect, useSyncExternalStore } from 'react'
import { type Theme, useWorkbench } from '../state/workbench.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

function subscribe(changed: () => void): () => void {
  dark.addEventListener('change', changed)
  return () => dark.removeEventListener('change', changed)
}

/** The theme in use, the chosen one or the system's, and the way to the other. */
export function useTheme(): { readonly theme: Theme; readonly toggle: () => void } {
  const chosen = useWorkbench(one => one.theme)
  const wear = useWorkbench(one => one.wear)
  const isDark = useSyncExternalStore(subscribe, () => dark.matches)
  const theme = chosen ?? (isDark ? 'dark' : 'light')
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  return { theme, toggle: () => wear(theme === 'dark' ? 'light' : 'dark') }
}
