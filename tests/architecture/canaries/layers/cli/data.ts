import data from '#templates/blank/template.json' with { type: 'json' }
export const blank = data
