/** What the interface may ask of the machine. The names alone, so that a preload carries nothing else. */
export const callNames = [
  'app:info',
  'doc:openDialog',
  'doc:openRecent',
  'doc:read',
  'doc:save',
  'doc:saveAs',
  'doc:release',
  'backup:list',
  'backup:read',
  'import:open',
  'export:save',
  'export:reveal',
  'journal:append',
  'journal:list',
  'journal:read',
  'journal:close',
  'chooser:list',
] as const

export type CallName = (typeof callNames)[number]

/** What the machine tells the interface unasked. */
export const eventNames = ['doc:changedOnDisk', 'app:openFile', 'app:willClose'] as const

export type EventName = (typeof eventNames)[number]
