import type { Connection } from './connection.ts'
import { listOf, type ServiceModel, simple, smallClient, structure } from './small-client.ts'

/** A CloudWatch alarm as it is now. */
export type Alarm = {
  readonly name: string
  /** `OK`, `ALARM` or `INSUFFICIENT_DATA`. */
  readonly state: string
  /** What CloudWatch says about the state. */
  readonly reason?: string
}

/** The one call of CloudWatch. */
export type AlarmsPort = {
  /** Those of the alarms that exist, metric and composite. @throws what CloudWatch throws */
  alarms(names: readonly string[]): Promise<readonly Alarm[]>
}

const cloudWatch: ServiceModel = {
  id: 'CloudWatch',
  host: 'monitoring',
  signingName: 'monitoring',
  protocol: 'json-1.0',
  version: '2010-08-01',
  target: 'GraniteServiceVersion20100801',
}

const strings = listOf('Strings', simple.string)
const request = structure('DescribeAlarmsInput', {
  AlarmNames: strings,
  AlarmTypes: strings,
  MaxRecords: simple.number,
})
const alarm = structure('Alarm', { AlarmName: simple.string, StateValue: simple.string, StateReason: simple.string })
const answer = structure('DescribeAlarmsOutput', {
  MetricAlarms: listOf('MetricAlarms', alarm),
  CompositeAlarms: listOf('CompositeAlarms', alarm),
})

/** Most names that one call takes (API DescribeAlarms). */
const mostNames = 100

/** The port over CloudWatch. */
export function alarmsPort(connection: Connection): AlarmsPort {
  return {
    async alarms(names) {
      const call = await smallClient(connection, cloudWatch, connection.region, connection.withinLimit)
      const found = await call<Answer>('DescribeAlarms', request, answer, {
        AlarmNames: names.slice(0, mostNames),
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        // Else it answers 50 of them.
        MaxRecords: mostNames,
      })
      return [...(found.MetricAlarms ?? []), ...(found.CompositeAlarms ?? [])].map((one) => ({
        name: one.AlarmName ?? '',
        state: one.StateValue ?? 'unknown',
        ...(one.StateReason === undefined ? {} : { reason: one.StateReason }),
      }))
    },
  }
}

type Told = { readonly AlarmName?: string; readonly StateValue?: string; readonly StateReason?: string }
type Answer = { readonly MetricAlarms?: readonly Told[]; readonly CompositeAlarms?: readonly Told[] }
