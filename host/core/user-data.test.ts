import { describe, expect, test } from 'vitest'
import { documentFolders, userDataFolder } from './user-data.ts'

const linux = { platform: 'linux', home: '/home/wang', workingFolder: '/work' } as const
const windows = { platform: 'win32', home: 'C:\\Users\\wang', workingFolder: 'D:\\work' } as const

describe('the folder of a person’s data', () => {
  test.each([
    [{ ...linux, variables: {} }, '/home/wang/.local/share/jingwei'],
    [{ ...linux, variables: { XDG_DATA_HOME: '/data' } }, '/data/jingwei'],
    [{ ...linux, variables: { XDG_DATA_HOME: 'data' } }, '/home/wang/.local/share/jingwei'],
    [{ ...linux, variables: { JINGWEI_USER_DATA: '/own', XDG_DATA_HOME: '/data' } }, '/own'],
    [{ ...linux, variables: { JINGWEI_USER_DATA: 'own' } }, '/work/own'],
    [{ ...linux, variables: { JINGWEI_USER_DATA: '' } }, '/home/wang/.local/share/jingwei'],
    [{ ...linux, platform: 'darwin', variables: {} } as const, '/home/wang/Library/Application Support/Jingwei'],
    [{ ...windows, variables: { APPDATA: 'E:\\Roaming' } }, 'E:\\Roaming\\Jingwei'],
    [{ ...windows, variables: {} }, 'C:\\Users\\wang\\AppData\\Roaming\\Jingwei'],
    [{ ...windows, variables: { JINGWEI_USER_DATA: 'own' } }, 'D:\\work\\own'],
  ])('%j is %s', (surroundings, folder) => expect(userDataFolder(surroundings)).toBe(folder))

  test('a document’s folders lie in it', () => {
    expect(documentFolders('/own', 'doc-1').backups).toBe('/own/backups/doc-1')
  })

  test.each(['', '..', 'a/b', '../../etc', '计划', '-x', 'a'.repeat(101)])('%j leads to no folder', id => {
    expect(() => documentFolders('/own', id)).toThrow(RangeError)
  })
})
