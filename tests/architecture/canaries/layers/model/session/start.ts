export const start = () => import('../../dist/cli/main.js')
