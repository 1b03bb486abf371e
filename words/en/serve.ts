/** What `serve` says. */
export const serve = {
  'cli/serve-no-pages': 'The pages of the workbench have not been built; there is nothing to open here.',
  'cli/serve-number': '--{option} takes a number from 0 to {most}, not "{written}".',
  'cli/serve-open-yourself': 'No browser was found. Open this in a browser of the Chromium family on this machine (it works once): {url}',
  'cli/serve-opened': 'The workbench is open. The program ends by itself after its window is closed, or with Ctrl-C.',
  'cli/serve-port-taken':
    'Port {port} is taken by another program; the workbench did not start. Close that program and try again, or choose another port with --port.',
} as const
