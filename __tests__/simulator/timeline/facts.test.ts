import { describe, test } from '@jest/globals'
import { allFacts } from './all-facts.ts'
import { openerFor } from './stage.ts'

describe('what the fact sheet says in sections 2 to 7 and 10', () => {
  test.each(allFacts)('$name', ({ check }) => check(openerFor()))
})
