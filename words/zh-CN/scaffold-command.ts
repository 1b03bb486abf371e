/** Frame of the command that makes a bundle. */
export const scaffoldCommand = {
  'cli/files': '文件数',
  'cli/path-in-folder': '文件或文件夹',
  'cli/scaffold-kind': '「{written}」不是{kind}。',
  'cli/scaffold-left-out': '另有 {count} 项信息资源在其他网络里，没有放进来：{names}。',
  'cli/scaffold-losses': '有 {count} 处没能照原样写出，或需要补充：',
  'cli/scaffold-marks': '网络环境：{zone}　最高安全级别：{level}',
  'cli/scaffold-more': '    …… 同类另有 {count} 处，见 bundle.json 的 losses。',
  'cli/scaffold-next': '先看 {out}/README.md；每个文件、每个字段的来由在 {out}/bundle.json。',
  'cli/scaffold-one-scope': '--system 和 --module 只能用一个。',
  'cli/scaffold-out': '请用 --out 指定一个新的文件夹。',
  'cli/scaffold-unstated': '未填写',
  'cli/scaffold-written': '已写到 {out}（{count} 个文件，{size} KB）。',
  'cli/scaffold-zone-unknown': '没有「{written}」这种网络。可用：{zones}。',
} as const
