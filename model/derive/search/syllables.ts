import { pinyin } from 'pinyin-pro'

/** How a text is read, syllable by syllable, without tones (`lv` for 绿); letters and digits stand as they are. */
export function syllablesOf(text: string): string[] {
  if (text === '') return []
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map(one => one.toLowerCase())
}
