export const c0 = 0
