import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where journal, backups and audit live: `JINGWEI_USER_DATA`, else the place the system keeps for such data. */
export function userDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const stated = environment['JINGWEI_USER_DATA']
  if (stated) return stated
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'jingwei')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'jingwei')
  return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'jingwei')
}
