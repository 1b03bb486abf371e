/** A queue: each piece of work begins when the one before has ended, well or badly. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const mine = last.then(work)
    // Whoever asked for the work gets its failure; those behind only wait for its end.
    last = mine.catch(() => undefined)
    return mine
  }
}
