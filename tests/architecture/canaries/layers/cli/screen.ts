export const screen = () => import('#renderer/app.tsx')
