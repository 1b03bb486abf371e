export const c12 = 12
