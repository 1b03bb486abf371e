export const c3 = 3
