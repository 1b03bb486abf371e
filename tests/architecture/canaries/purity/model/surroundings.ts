export const env = process.env
export const title = document.title
export const width = window.innerWidth
export const all = globalThis
console.log('seen')
export const read = ({ document }: { document: { process: string } }) => document.process + process.cwd()
