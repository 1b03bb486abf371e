import { useState } from 'react'
import { pinyin } from 'pinyin-pro'
export const state = [useState, pinyin]
