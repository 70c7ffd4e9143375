import type { Cause } from '../cause.ts'
import { databaseCauses } from './log-database.ts'
import { programCauses } from './log-program.ts'
import { reachCauses } from './log-reach.ts'

/** What only the program itself says, in the last lines of its log. */
export const logCauses: readonly Cause[] = [...programCauses, ...databaseCauses, ...reachCauses]
