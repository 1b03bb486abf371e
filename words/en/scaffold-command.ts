/** Frame of the command that makes a bundle, in English. */
export const scaffoldCommand: { readonly [code: string]: string } = {
  'cli/files': 'files',
  'cli/path-in-folder': 'file or folder',
  'cli/scaffold-kind': '"{written}" is no {kind}.',
  'cli/scaffold-left-out': '{count} more resources lie in other networks and were left out: {names}.',
  'cli/scaffold-losses': '{count} places could not be written as they stand, or need to be filled in:',
  'cli/scaffold-marks': 'network: {zone}　highest level: {level}',
  'cli/scaffold-more': '    … {count} more of this sort, see losses in bundle.json.',
  'cli/scaffold-next': 'Begin with {out}/README.md; where every file and field comes from stands in {out}/bundle.json.',
  'cli/scaffold-one-scope': 'Give --system or --module, not both.',
  'cli/scaffold-out': 'Name a new folder with --out.',
  'cli/scaffold-unstated': 'not stated',
  'cli/scaffold-written': 'Written to {out} ({count} files, {size} KB).',
  'cli/scaffold-zone-unknown': 'There is no network "{written}". Networks: {zones}.',
}
