/**
 * Does something and gives whether it came to its end. What stops it is said in one sentence; a bug of ours, which is no
 * plain `Error`, is shown with its stack.
 */
export async function orSay(work) {
  try {
    await work()
    return true
  } catch (error) {
    console.error(error.name === 'Error' ? error.message : error)
    process.exitCode = 1
    return false
  }
}
