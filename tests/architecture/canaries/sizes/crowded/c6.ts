export const c6 = 6
