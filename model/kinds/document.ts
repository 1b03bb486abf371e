import { z } from 'zod'
import { choice, date, flag, longText, settings, text } from '../schema/define-field.ts'
import { defineKind } from '../schema/define-kind.ts'
import { sources } from '../schema/sources.ts'

/** 文档. */
export const documentKind = defineKind({
  name: 'document',
  label: '文档',
  help: '这份模型本身：做给谁、什么范围、哪个版本，以及检查阈值和编码规则。一份模型只有一个。',
  prefix: 'WD',
  fields: {
    purpose: longText('目的', { help: '这份模型要解决什么问题，例：理清农村集体“三资”管理的业务协同和数据共享' }),
    region: text('区划代码', { help: '六位或十二位代码，例：330106', source: sources.region }),
    regionName: text('区划名称', { help: '例：杭州市西湖区' }),
    version: text('版本', { help: '这份模型的版本名，例：v2' }),
    createdOn: date('创建日期', { help: '建立这份模型的日期，例：2026-03-01' }),
    createdBy: text('创建人', { help: '建立这份模型的单位、专班或个人' }),
    networkZone: choice('存放网络', 'networkZone', {
      help: '这份文件存放在哪个网络；不同网络的内容不能混在一份文件里',
      source: sources.plan,
    }),
    template: text('来源模板', { help: '由哪个模板建立，软件自动填写' }),
    illustrative: flag('示意数据', { help: '机构、代码、数值都是示意时填“是”' }),
    settings: settings('设置', z.record(z.string(), z.unknown()), { help: '检查阈值、编码规则、统计口径，在“设置”里修改' }),
  },
})
