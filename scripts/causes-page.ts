import { writeFileSync } from 'node:fs'
import { causes } from '../src/diagnosis/causes.ts'
import { causesPage } from '../src/diagnosis/causes-page.ts'

writeFileSync(new URL('../docs/causes.md', import.meta.url), causesPage(causes))
