/** The action under test, loaded from a folder: the project's own `src/`, or a copy with a defect in it. */
import { globSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What is needed of it. Everything else is loaded by it. */
export interface Action {
  readonly readDeployInputs: typeof import('../src/inputs/read-deploy-inputs.ts').readDeployInputs
  readonly readRollbackInputs: typeof import('../src/inputs/read-rollback-inputs.ts').readRollbackInputs
  readonly startRollback: typeof import('../src/rollback/roll-back-services.ts').startRollback
  readonly runRollback: typeof import('../src/actions/run-rollback.ts').runRollback
  readonly endAll: typeof import('../src/actions/run-rollback.ts').endAll
  readonly rollbackOutputs: typeof import('../src/github/rollback-outputs.ts').rollbackOutputs
  readonly checkOffline: typeof import('../src/deployment/given-deployment.ts').checkOffline
  readonly newRecord: typeof import('../src/deployment/record.ts').newRecord
  readonly runDeployment: typeof import('../src/actions/run-deployment.ts').runDeployment
  readonly endOfError: typeof import('../src/actions/run-deployment.ts').endOfError
  readonly listenForSignals: typeof import('../src/actions/cancellation.ts').listenForSignals
  readonly finishCancelled: typeof import('../src/deployment/finish-cancelled.ts').finishCancelled
  readonly saveText: typeof import('../src/deployment/saved-state.ts').saveText
  readonly restore: typeof import('../src/deployment/saved-state.ts').restore
  readonly reportOf: typeof import('../src/deployment/report-of.ts').reportOf
  readonly tellWhatBecame: typeof import('../src/deployment/leave-alone.ts').tellWhatBecame
  readonly whatItWasDoing: typeof import('../src/deployment/tell-aftermath.ts').whatItWasDoing
  readonly ecsPort: typeof import('../src/aws/ecs.ts').ecsPort
  readonly passWholeDefinitions: typeof import('../src/aws/whole-definition.ts').passWholeDefinitions
  readonly logsPort: typeof import('../src/aws/logs.ts').logsPort
  readonly targetHealthPort: typeof import('../src/aws/target-health.ts').targetHealthPort
  readonly tasksPort: typeof import('../src/aws/tasks.ts').tasksPort
  readonly alarmsPort: typeof import('../src/aws/alarms.ts').alarmsPort
  readonly scalableTargetsPort: typeof import('../src/aws/scalable-targets.ts').scalableTargetsPort
  readonly rolesPort: typeof import('../src/aws/roles.ts').rolesPort
  readonly secretsPort: typeof import('../src/aws/secrets.ts').secretsPort
  readonly ecrImages: typeof import('../src/image/ecr.ts').ecrImages
  readonly ProblemsFound: typeof import('../src/problem.ts').ProblemsFound
  readonly consoleLogger: typeof import('../src/github/log.ts').consoleLogger
  readonly writeLines: typeof import('../src/github/log-line.ts').writeLines
  readonly closingLines: typeof import('../src/github/log-report.ts').closingLines
  readonly annotation: typeof import('../src/github/log-report.ts').annotation
  readonly jobSummary: typeof import('../src/github/job-summary.ts').jobSummary
  readonly outputsOf: typeof import('../src/github/outputs.ts').outputsOf
}

/** Where each of them is exported. */
const places: Readonly<Record<keyof Action, string>> = {
  readDeployInputs: 'inputs/read-deploy-inputs.ts',
  readRollbackInputs: 'inputs/read-rollback-inputs.ts',
  startRollback: 'rollback/roll-back-services.ts',
  runRollback: 'actions/run-rollback.ts',
  endAll: 'actions/run-rollback.ts',
  rollbackOutputs: 'github/rollback-outputs.ts',
  checkOffline: 'deployment/given-deployment.ts',
  newRecord: 'deployment/record.ts',
  runDeployment: 'actions/run-deployment.ts',
  endOfError: 'actions/run-deployment.ts',
  listenForSignals: 'actions/cancellation.ts',
  finishCancelled: 'deployment/finish-cancelled.ts',
  saveText: 'deployment/saved-state.ts',
  restore: 'deployment/saved-state.ts',
  reportOf: 'deployment/report-of.ts',
  tellWhatBecame: 'deployment/leave-alone.ts',
  whatItWasDoing: 'deployment/tell-aftermath.ts',
  ecsPort: 'aws/ecs.ts',
  passWholeDefinitions: 'aws/whole-definition.ts',
  logsPort: 'aws/logs.ts',
  targetHealthPort: 'aws/target-health.ts',
  tasksPort: 'aws/tasks.ts',
  alarmsPort: 'aws/alarms.ts',
  scalableTargetsPort: 'aws/scalable-targets.ts',
  rolesPort: 'aws/roles.ts',
  secretsPort: 'aws/secrets.ts',
  ecrImages: 'image/ecr.ts',
  ProblemsFound: 'problem.ts',
  consoleLogger: 'github/log.ts',
  writeLines: 'github/log-line.ts',
  closingLines: 'github/log-report.ts',
  annotation: 'github/log-report.ts',
  jobSummary: 'github/job-summary.ts',
  outputsOf: 'github/outputs.ts',
}

/**
 * @param folder of the sources, e.g. `src`
 * @throws Error naming what the folder does not export
 */
export async function loadAction(folder: string): Promise<Action> {
  const root = resolve(folder)
  const parts = await Promise.all(
    Object.entries(places).map(async ([name, path]) => {
      const exported = ((await import(join(root, path))) as Readonly<Record<string, unknown>>)[name]
      if (exported === undefined) throw new Error(`${folder}/${path} exports no ${name}`)
      return [name, exported] as const
    }),
  )
  await preload(root)
  return Object.fromEntries(parts) as unknown as Action
}

/** What the action loads when it needs it would take real time, in which no virtual time may pass. */
async function preload(root: string): Promise<void> {
  for (const path of globSync('**/*.ts', { cwd: root })) await import(join(root, path))
  await import('@aws-sdk/client-ecr')
}
