import { bundleIfNeeded, bundles } from './bundle.mjs'
import { installIfNeeded } from './install.mjs'

/** Everything a first run needs; a second run finds it done. Throws with a sentence for the user. */
export async function setUp() {
  await installIfNeeded()
  await bundleIfNeeded(bundles.cli)
  if (process.argv[2] === 'serve') await bundleIfNeeded(bundles.renderer)
}
