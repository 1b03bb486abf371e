export const hour = (date: Date) => date.getHours()
export const day = new Date(2026, 0, 1)
export const utc = (date: Date) => date.getUTCHours()
