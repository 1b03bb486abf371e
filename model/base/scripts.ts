/** Traditional characters that names and headers of offices use, each followed by its simplified form. Several may have one form: 發 and 髮. */
const pairs =
  '項项稱称實实門门機机關关單单體体類类別别編编碼码號号層层級级據据辦办時时間间諾诺對对務务權权責责請请條条備备註注說说結结環环節节數数統统標标長长範范圍围義义簡简區区劃划屬属業业設设運运狀状態态絡络種种題题領领導导協协執执計计週周達达費费場场證证續续處处係系資资訊讯欄栏產产書书戶户縣县鄉乡鎮镇國国會会黨党團团與与為为開开應应審审許许給给懲惩罰罚強强徵征檢检確确認认獎奖勵励決决報报頻频網网線线觸触發发內内適适擬拟農农廳厅財财臺台灣湾後后頭头髮发乾干幹干裏里繫系製制複复雜杂復复鬥斗爭争衛卫鹽盐麵面員员師师職职學学醫医藥药險险養养勞劳動动貧贫補补貼贴稅税銀银賬账帳账樓楼電电話话車车輸输橋桥壩坝漁渔獸兽糧粮雞鸡魚鱼鳥鸟樹树葉叶蟲虫災灾難难護护檔档圖图館馆遺遗傳传藝艺術术廣广視视聽听讀读寫写個个們们來来當当選选舉举調调訴诉訟讼約约簽签訂订購购買买賣卖價价錢钱額额總总殘残獨独兒儿婦妇喪丧軍军優优撫抚邊边陸陆島岛濱滨灘滩溝沟澗涧嶺岭岡冈莊庄陽阳陰阴東东'

const simplifiedForms = new Map(Array.from({ length: pairs.length / 2 }, (_, at) => [pairs.charAt(at * 2), pairs.charAt(at * 2 + 1)]))

const traditional = new RegExp(`[${[...simplifiedForms.keys()].join('')}]`, 'gu')

/** The text with the common traditional characters simplified: for comparing and finding, never for storing. Source: reliability T4. */
export const simplified = (text: string): string => text.replace(traditional, sign => simplifiedForms.get(sign) ?? sign)
