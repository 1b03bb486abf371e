import './steps/node-version.mjs'
import { pathToFileURL } from 'node:url'
import { bundleIfNeeded, bundles } from './steps/bundle.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { orSay } from './steps/or-say.mjs'

/** Everything a first run needs; a second run finds it done. Throws with a sentence for the user. */
export async function setUp() {
  await installIfNeeded()
  await bundleIfNeeded(bundles.cli)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await orSay(setUp)
