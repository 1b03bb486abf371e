export const reactions = []
