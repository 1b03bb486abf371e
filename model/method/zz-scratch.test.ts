import { test } from 'vitest'
import { nearPairs } from './similar/near-names.ts'
import { foldName } from '../derive/search/fold-name.ts'
import { chanceFrom } from '../../tests/support/chance.ts'
test('x',()=>{
 const words='农村 集体 资产 盘点 登记 审批 信息 统计 分析 预警 监管 交易 合同 备案 公示 村级 工程 建设 项目 资金 支付 非现金 不动产 企业 变更 注销 许可 申请 受理 核发 证书 社保 医保 养老 保险 缴费 查询 住房 公积金 提取 贷款 车辆 驾驶 年检 环保 排污 税务 发票 食品 药品'.split(' ')
 const c=chanceFrom(3)
 const make=(k:number,n:number)=>[...new Set(Array.from({length:n},()=>Array.from({length:k},()=>c.pick(words)).join('')))]
 for(const k of [3,4,5,6]) for(const t of [0.75,0.8]){ const names=make(k,50000); const s=performance.now(); const p=nearPairs(names,t); console.log(k,t,names.length,p.length,Math.round(performance.now()-s)) }
 const nn=Array.from({length:50000},(_,i)=>`测试数据项信息登记${i}`); let s=performance.now(); console.log(nearPairs(nn,0.75).length,performance.now()-s)
 const ab='abcdefghij'; const worst=Array.from({length:50000},(_,i)=>'农村集体资产盘点登记表信息'+[...String(i)].map(d=>ab[+d]).join('')); s=performance.now(); console.log('worst',nearPairs(worst.slice(0,5000),0.75).length,performance.now()-s)
})
