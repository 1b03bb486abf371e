/** Periods and update cycles, shortest first; `irregular`, `never` and `other` cannot be compared. */
const cycles: readonly string[] = ['realtime', 'daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly']

/** How slow a cycle is; undefined where that cannot be said. */
export function cycleRank(cycle: string | undefined): number | undefined {
  const rank = cycles.indexOf(cycle ?? '')
  return rank < 0 ? undefined : rank
}
