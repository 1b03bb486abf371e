export const chance = () => Math.random()
export const again = Math['random']
