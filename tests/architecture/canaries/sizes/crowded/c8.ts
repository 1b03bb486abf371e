export const c8 = 8
