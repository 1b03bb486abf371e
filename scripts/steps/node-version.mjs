/** Imported before anything else: an older Node would fail later, in a place that says nothing. */
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`经纬需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。请安装新版 Node.js 后重试。`)
  process.exit(1)
}
