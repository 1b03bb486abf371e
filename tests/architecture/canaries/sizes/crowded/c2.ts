export const c2 = 2
