import type { DeployInputs } from './deploy-inputs.ts'
import type { InputReader } from './input-reader.ts'
import { parseBoolean, parseChoice, parseMinutes } from './scalars.ts'
import { withoutAbsent } from './without-absent.ts'

type Safety = Pick<
  DeployInputs,
  'waitForServiceStability' | 'waitForMinutes' | 'rollbackOnFailure' | 'rollbackWaitMinutes' | 'onCancel' | 'dryRun'
>

// A job on a hosted runner ends after six hours (GitHub, "Actions limits").
const parseWait = parseMinutes(360)

/** Reads how long to wait and what to do when it goes wrong. */
export function readSafety(reader: InputReader): Safety {
  return withoutAbsent<Safety>({
    waitForServiceStability: reader.take('wait-for-service-stability', parseBoolean),
    waitForMinutes: reader.take('wait-for-minutes', parseWait),
    rollbackOnFailure: reader.take('rollback-on-failure', parseBoolean),
    rollbackWaitMinutes: reader.take('rollback-wait-minutes', parseWait),
    onCancel: reader.take('on-cancel', parseChoice(['leave', 'rollback'])),
    dryRun: reader.take('dry-run', parseBoolean),
  })
}
