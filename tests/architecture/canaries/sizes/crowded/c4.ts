export const c4 = 4
