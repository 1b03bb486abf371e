export const c1 = 1
