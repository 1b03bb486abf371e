import { z } from 'zod'
export const schema = z.string()
export const a = process.env
export const b = window.innerWidth
export const c = document.title
export const d = new Buffer(1)
export const e = require('node:fs')
export const f = setTimeout
export const g = console
export const h = localStorage
