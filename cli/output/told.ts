import { CommanderError } from 'commander'
import { text } from '#words/index.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandError } from './outcome.ts'

const titles: { readonly [title: string]: string } = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
}

/** Titles of the help, which commander writes in English. */
export const titleOfHelp = (title: string): string => titles[title] ?? title

/** What is wrong with the words after `jingwei`; the program's own sentence names the word in quotes, and sometimes a likely one. */
function misusedText({ code, message }: CommanderError): string {
  const written = /'([^']*)'/u.exec(message)?.[1] ?? ''
  const [, likely] = /Did you mean (?:one of )?(.+)\?/u.exec(message) ?? []
  const said = text(`usage/${code.replace('commander.', '')}`, { written }) || message
  return [said, ...(likely === undefined ? [] : [text('usage/likely', { likely })]), text('usage/help')].join('')
}

/** Says what went wrong and gives the exit code. */
export function told(error: unknown): number {
  if (error instanceof CommandError) {
    process.stderr.write(`${error.message}\n`)
    return error.exit
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.fine
    if (error.code !== 'commander.help') process.stderr.write(`${misusedText(error)}\n`)
    return exitCodes.usage
  }
  if (error instanceof Error && error.name === 'AbortError') {
    process.stderr.write(`${text('cli/interrupted')}\n`)
    return exitCodes.usage
  }
  process.stderr.write(`${text('cli/bug')}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return exitCodes.bug
}
