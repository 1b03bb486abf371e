import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readDocument } from '#model/file/read.ts'
import { writeDocument } from '#model/file/write.ts'

// Run in a process of its own, with a time zone and a language of its own: opens a file, writes it again, prints its digest.
const read = readDocument(new Uint8Array(readFileSync(process.argv[2] ?? '')))
const bytes = read.ok ? writeDocument(read.value.snapshot, read.value.kept) : new Uint8Array()
process.stdout.write(`${createHash('sha256').update(bytes).digest('hex')} ${new Date(0).getTimezoneOffset()}`)
