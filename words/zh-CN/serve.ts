/** What `serve` says. */
export const serve = {
  'cli/serve-no-pages': '工作台的界面还没有构建，这里没有可以打开的页面。',
  'cli/serve-number': '--{option} 要写 0 到 {most} 之间的数，不能是「{written}」。',
  'cli/serve-open-yourself': '没有找到可用的浏览器。请在本机的 Chromium 内核浏览器里打开（只能用一次）：{url}',
  'cli/serve-opened': '工作台已打开。关闭窗口后，本程序会自行退出；也可以按 Ctrl-C。',
  'cli/serve-port-taken': '端口 {port} 已被其他程序占用，工作台没有启动。请关闭那个程序后重试，或用 --port 换一个端口。',
} as const
