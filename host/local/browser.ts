import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, constants, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]

const windowsPlaces = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** What the browser must not do of its own accord. Source: reliability §2.9. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--no-pings',
  '--disable-client-side-phishing-detection',
  '--metrics-recording-only',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater,NetworkTimeServiceQuerying',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--proxy-server=direct://',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
]

export interface BrowserSurroundings {
  readonly platform: NodeJS.Platform
  readonly variables: Readonly<Record<string, string | undefined>>
}

/** A browser of the Chromium family; undefined if none is where they are usually. */
export async function findBrowser({ platform, variables }: BrowserSurroundings): Promise<string | undefined> {
  for (const path of candidates({ platform, variables })) if (await isExecutable(path)) return path
  return undefined
}

function candidates({ platform, variables }: BrowserSurroundings): readonly string[] {
  if (platform === 'darwin') return macPlaces
  if (platform !== 'win32')
    return (variables['PATH'] ?? '')
      .split(delimiter)
      .filter(folder => folder !== '')
      .flatMap(folder => names.map(name => join(folder, name)))
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap(name => variables[name] ?? [])
  return folders.flatMap(folder => windowsPlaces.map(place => join(folder, place)))
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    // Not there, or not for us: the next one.
    return false
  }
}

/** The switches for a window of its own with a profile of its own. */
export const browserArguments = (start: string, profile: string): readonly string[] => [
  `--app=${start}`,
  `--user-data-dir=${profile}`,
  ...quiet,
]

/**
 * Opens the address in a window of its own. It stands in a file only this user can read, for what is on a command line
 * everybody can. Gives whether the browser started.
 */
export async function openBrowser(browser: string, url: string, userData: string): Promise<boolean> {
  const profile = join(userData, 'browser')
  await mkdir(profile, { recursive: true, mode: 0o700 })
  const start = join(userData, 'start.html')
  await writeFile(start, `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${url}">\n`, { mode: 0o600 })
  return starts(browser, browserArguments(pathToFileURL(start).href, profile))
}

/** Starts a program that outlives this one. Gives whether it started. */
async function starts(program: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(program, args, { detached: true, stdio: 'ignore' })
  try {
    await once(child, 'spawn')
    child.unref()
    return true
  } catch {
    return false
  }
}

/** Shows a folder in the system's file manager; undefined where no command is known for that. Gives whether it started. */
export function folderOpener({ platform, variables }: BrowserSurroundings): ((folder: string) => Promise<boolean>) | undefined {
  const isWithoutScreen = platform === 'linux' && variables['DISPLAY'] === undefined && variables['WAYLAND_DISPLAY'] === undefined
  if (isWithoutScreen) return undefined
  const command = { win32: 'explorer', darwin: 'open' }[String(platform)] ?? 'xdg-open'
  return folder => starts(command, [folder])
}
