/** Update cycles from the fastest to the slowest; others cannot be compared. */
export const cycles: readonly string[] = ['realtime', 'daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly', 'never']
