/** Where two copies of a document contradict each other; `ours` is the one that is open. */
export const conflicts = {
  'conflict/field': '「{name}」的{field}两边都改了。请选用哪一边；没有选之前保留原来的内容。',
  'conflict/removed': '「{name}」一边删除了，另一边还在用。请选用哪一边；没有选之前保留它。',
  'conflict/element': '两边各有一个编号相同的对象「{name}」，对不上。请选用哪一边。',
  'conflict/owner-cycle': '两边的移动合在一起，会使「{names}」互为上下级。请选用哪一边；没有选之前留在原处。',
  'conflict/two-documents': '两边各有一份文档信息。请选用哪一边。',
  'conflict/left-out': '「{name}」所属或引用的「{without}」已不在，暂时没有放入。先选定「{without}」，它会跟着回来。',
} as const
