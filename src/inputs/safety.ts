import { parseCheckIds } from './check-ids.ts'
import type { DeployInputReader, WantedInputReader } from './deploy-input-names.ts'
import type { DeployInputs, WantedInputs } from './deploy-inputs.ts'
import { parseBoolean, parseChoice, parseInteger, parseIntegerOr, parseMinutes } from './scalars.ts'
import { withoutAbsent } from './without-absent.ts'

type Safety = Pick<
  DeployInputs,
  | 'waitForServiceStability'
  | 'waitForMinutes'
  | 'maxFailedTasks'
  | 'settleSeconds'
  | 'rollbackOnFailure'
  | 'rollbackWaitMinutes'
  | 'onInProgress'
  | 'onCancel'
  | 'refuseOlderCommit'
  | 'githubToken'
  | 'dryRun'
>

/** How long to wait. A job on a hosted runner ends after six hours (GitHub, "Actions limits"). */
export const parseWait = parseMinutes(360)

/** Reads how strictly is checked what is about to be deployed. */
export function readPreflight(reader: WantedInputReader) {
  return {
    preflight: reader.take('preflight', parseChoice<WantedInputs['preflight']>(['enforce', 'warn', 'off'])),
    scanFindings: reader.take(
      'scan-findings',
      parseChoice<WantedInputs['scanFindings']>(['off', 'critical', 'high', 'medium', 'low']),
    ),
    preflightIgnore: reader.takeLines('preflight-ignore', parseCheckIds) ?? [],
  }
}

/** Reads how long to wait, over what not to deploy, and what to do when it goes wrong. */
export function readSafety(reader: DeployInputReader): Safety {
  return withoutAbsent<Safety>({
    waitForServiceStability: reader.take('wait-for-service-stability', parseBoolean),
    waitForMinutes: reader.take('wait-for-minutes', parseWait),
    maxFailedTasks: reader.take('max-failed-tasks', parseIntegerOr(1, 10_000, ['auto', 'off'])),
    settleSeconds: reader.take('settle-seconds', parseInteger(0, 3600)),
    rollbackOnFailure: reader.take('rollback-on-failure', parseBoolean),
    rollbackWaitMinutes: reader.take('rollback-wait-minutes', parseWait),
    onInProgress: reader.take('on-in-progress', parseChoice(['supersede', 'wait', 'fail', 'force'])),
    onCancel: reader.take('on-cancel', parseChoice(['leave', 'rollback'])),
    refuseOlderCommit: reader.take('refuse-older-commit', parseBoolean),
    githubToken: reader.text('github-token'),
    dryRun: reader.take('dry-run', parseBoolean),
  })
}
