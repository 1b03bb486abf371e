import type { Schema } from '../data-sets/record-schema.ts'

/** Name of the schema of errors; made names hold no dot, so none of them is this one. */
export const PROBLEM = 'problem.details'

/** What every operation may answer when it cannot answer: status, name of the component, words, whether to come again later. */
const errors = [
  ['400', 'BadRequest', '参数有误', '参数 pageSize 不能大于 1000'],
  ['401', 'Unauthorized', '没有带应用密钥，或密钥无效', '请在请求头 X-App-Key 里带上应用密钥'],
  ['403', 'Forbidden', '应用没有得到授权', '应用尚未取得该资源的共享授权'],
  ['429', 'TooManyRequests', '调用太频繁', '超过约定的调用频率，请稍后再试'],
  ['500', 'ServerError', '服务内部出错', '服务内部出错，请把 traceId 告诉提供方'],
  ['503', 'Unavailable', '来源系统暂时不可用', '来源系统正在维护'],
] as const

/** By status code, for an operation. */
export const errorResponses: Schema = Object.fromEntries(
  errors.map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
)

/** The responses themselves. Source: RFC 9457. */
export const errorComponents: Schema = Object.fromEntries(
  errors.map(([status, name, title, detail]) => [
    name,
    {
      description: title,
      ...(status === '429' || status === '503'
        ? { headers: { 'Retry-After': { description: '多少秒以后再试', schema: { type: 'integer', minimum: 0 } } } }
        : {}),
      content: {
        'application/problem+json': {
          schema: { $ref: `#/components/schemas/${PROBLEM}` },
          examples: {
            illustrative: {
              summary: '示意',
              value: { type: 'about:blank', title, status: Number(status), detail, traceId: '示意-0001' },
            },
          },
        },
      },
    },
  ]),
)

export const problemSchema: Schema = {
  title: '出错说明',
  description: '按 RFC 9457 返回',
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri-reference', description: '错误类型' },
    title: { type: 'string', description: '简短说明' },
    status: { type: 'integer', minimum: 400, maximum: 599, description: 'HTTP 状态码' },
    detail: { type: 'string', description: '这一次的具体原因' },
    traceId: { type: 'string', description: '排查用的编号' },
  },
  required: ['title', 'status'],
}
