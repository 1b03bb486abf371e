/** A name in a formula, or a text in quotes, which is none. */
const token = /“[^”]*”|"[^"]*"|\[[^\]]*\]|[\p{L}_][\p{L}\p{N}_]*/gu

const aggregates = /(?:去重计数|计数|求和|平均|最大|最小)\(/gu

/** Stored formula, with the ids of its names, and its samples keyed by the call they stand for. */
export function formulaOf(text, samples, cast, place) {
  const names = new Map()
  const withIds = text.replace(token, written => {
    const name = written.replace(/^\[|\]$/g, '')
    const id = /^["“]/.test(written) ? undefined : idOf(name, cast)
    if (id === undefined) return written
    names.set(written.startsWith('[') ? name : written, id)
    return `[#${id}]`
  })
  const calls = [...new Set(callsIn(withIds))]
  const values = (samples ?? '').split('；').filter(one => one !== '')
  if (calls.length !== values.length) throw new Error(`${place}: ${calls.length} calls, ${values.length} samples: ${calls.join(' ； ')}`)
  return {
    formula: { text, ...(names.size > 0 ? { refs: Array.from(names, ([name, id]) => ({ name, id })) } : {}) },
    ...(calls.length > 0 ? { samples: calls.map((call, index) => ({ call, offset: 0, ...sampleOf(values[index]) })) } : {}),
  }
}

function sampleOf(written) {
  const [value, description] = written.trim().split('＝')
  return { value, ...(description ? { description } : {}) }
}

function idOf(name, cast) {
  try {
    return cast.find(['dataItem', 'indicator'], name)
  } catch {
    // A keyword or function of the language; what should have been a name is found by the test of every template.
    return undefined
  }
}

/** Aggregate calls in the order in which they stand, with their brackets. */
function callsIn(text) {
  const calls = []
  for (const match of text.matchAll(aggregates)) {
    let depth = 0
    for (let at = match.index + match[0].length - 1; at < text.length; at++) {
      if (text[at] === '(') depth++
      if (text[at] === ')' && --depth === 0) {
        calls.push(text.slice(match.index, at + 1))
        break
      }
    }
  }
  return calls
}
