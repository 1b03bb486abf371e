/** An activity as a kit names it: its id where it has one, and its name. */
export interface Activity {
  readonly code: string
  readonly name: string
}

/** Activities of a cell; several stand one below another, joined by OR or `;`. */
export function activitiesIn(text: string): readonly Activity[] {
  return text
    .split(/\n+|;|\bOR\b/u)
    .map(one => one.trim())
    .filter(one => one !== '' && /\p{L}/u.test(one))
    .map(activityOf)
}

/** `IMMZ.C5.3.Update client details` is activity `IMMZ.C5.3`; what has no number in front of its words is a name alone. */
function activityOf(text: string): Activity {
  const match = /^((?:[A-Za-z]+[.\s-])*[A-Za-z]*\d+(?:\.\d+)*)[.:\s-]+(\p{L}.*)$/su.exec(text)
  return match?.[1] && match[2] ? { code: match[1].trim(), name: match[2].trim() } : { code: '', name: text }
}
