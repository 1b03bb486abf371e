import { unzipSync } from 'fflate/browser'
export const unzip = unzipSync
