import { ok } from '#model/base/result.ts'
import { calls } from '#bridge/contract.ts'
import { desk } from '../core/desk/desk.ts'
import { z } from 'zod'
export const kept = [ok, calls, desk, z]
