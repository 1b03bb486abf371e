import { number, ref, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 位置. */
export const placementKind = defineKind({
  name: 'placement',
  label: '位置',
  help: '一个对象在一张图上的位置和大小。',
  prefix: 'WZ',
  fields: {
    element: ref('对象', ['*'], { help: '哪一个对象', required: true, whenGone: 'remove' }),
    view: text('图', { help: '在哪张图上' }),
    x: number('横坐标', { help: '左上角的横坐标', unit: '画布单位' }),
    y: number('纵坐标', { help: '左上角的纵坐标', unit: '画布单位' }),
    width: number('宽', { help: '宽度', unit: '画布单位' }),
    height: number('高', { help: '高度', unit: '画布单位' }),
  },
})
