export const lost = true
