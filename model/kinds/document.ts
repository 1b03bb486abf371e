import { z } from 'zod'
import { choice, date, flag, longText, settings, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'

/** 文档. */
export const documentKind = defineKind({
  name: 'document',
  label: '文档',
  help: '这份模型本身：做给谁、什么范围、哪个版本，以及检查阈值和编码规则。',
  prefix: 'WD',
  fields: {
    purpose: longText('目的', { help: '这份模型要解决什么问题' }),
    region: text('区划代码', { help: '如 339901', source: 'GB/T 2260' }),
    regionName: text('区划名称', { help: '如 某某县' }),
    version: text('版本', { help: '如 v2' }),
    createdOn: date('创建日期', { help: '建立这份模型的日期' }),
    createdBy: text('创建人', { help: '建立这份模型的单位或人' }),
    networkZone: choice('存放网络', 'networkZone', { help: '这份文件存放在哪个网络，不同网络的内容不混在一个包里' }),
    template: text('来源模板', { help: '由哪个模板建立' }),
    illustrative: flag('示意数据', { help: '内容为示意时填“是”' }),
    settings: settings('设置', z.record(z.string(), z.unknown()), { help: '检查阈值、编码规则、统计口径' }),
  },
})
