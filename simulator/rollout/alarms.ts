/** CloudWatch alarms of a deployment: ECS asks for them while it runs and bakes (DG deployment-alarm-failure). */
import { type Engine, schedule } from '../engine.ts'
import type { Service, ServiceDeployment } from '../world/world.ts'
import { isTerminal, primaryOf, rolloutReason } from './deployments.ts'
import { failDeployment } from './rollback.ts'
import { serviceEventText } from './service-events.ts'

/** Begins to watch. An alarm that is in ALARM already makes ECS ignore the alarms of this deployment. */
export function watchAlarms(engine: Engine, service: Service, open: ServiceDeployment): void {
  if (open.alarms.status !== 'MONITORING') return
  if (inAlarm(engine, open).length > 0) {
    open.alarms.status = 'DISABLED'
    return
  }
  planCheck(engine, service, open)
}

/** One look at the alarms; ALARM fails the deployment, by choice with a rollback. */
export function checkAlarms(engine: Engine, service: Service, open: ServiceDeployment): void {
  if (open.alarms.status !== 'MONITORING' || isTerminal(open) || open.status === 'ROLLBACK_IN_PROGRESS') return
  const triggered = inAlarm(engine, open)
  const primary = primaryOf(service)
  if (triggered.length === 0 || primary === undefined) {
    planCheck(engine, service, open)
    return
  }
  open.alarms = { ...open.alarms, status: 'TRIGGERED', triggeredAlarmNames: triggered }
  const { alarmRolloutReason, alarmStatusReason } = engine.world.options
  failDeployment(engine, service, primary, {
    event: serviceEventText.alarmDetected(primary.id),
    rolloutReason: alarmRolloutReason,
    statusReason: alarmStatusReason,
    rollback: open.configuration.alarms?.rollback === true,
    // No source shows the text for alarms (facts 14.1): the plain one of a running deployment.
    targetReason: rolloutReason.inProgress,
  })
}

const inAlarm = ({ world }: Engine, { alarms }: ServiceDeployment): string[] =>
  alarms.alarmNames.filter((name) => world.alarms.get(name) === 'ALARM')

function planCheck(engine: Engine, service: Service, { arn }: ServiceDeployment): void {
  schedule(engine, engine.world.options.alarmPollSeconds, {
    kind: 'check-alarms',
    service: service.arn,
    deployment: arn,
  })
}
