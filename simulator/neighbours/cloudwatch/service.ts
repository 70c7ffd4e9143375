/** CloudWatch alarms. The JavaScript SDK and new AWS CLIs speak JSON 1.0, older ones Query. */
import type { DescribeAlarmsInput } from '@aws-sdk/client-cloudwatch'
import * as sdk from '@aws-sdk/client-cloudwatch'
import { seconds } from '../../ecs/operation.ts'
import type { Engine } from '../../engine.ts'
import { ApiError } from '../../protocol/errors.ts'
import { json10AfterQuery } from '../../protocol/json.ts'
import { pageOf } from '../../protocol/pagination.ts'
import { queryWire } from '../../protocol/query.ts'
import type { World } from '../../world/world.ts'
import { type ApiService, jsonAfterQueryWording, queryWording, reads } from '../service.ts'

const changedBefore = 3_600_000
const mostNames = 100

function describeAlarms({ world }: Engine, input: DescribeAlarmsInput): object {
  const { AlarmNames, AlarmNamePrefix, AlarmTypes = ['MetricAlarm'], StateValue, NextToken, MaxRecords = 50 } = input
  if (AlarmNames !== undefined && AlarmNamePrefix !== undefined) {
    throw new ApiError('ValidationError', 'AlarmNamePrefix and AlarmNames cannot be specified together')
  }
  if ((AlarmNames ?? []).length > mostNames) {
    throw new ApiError('ValidationError', `The collection AlarmNames must not have more than ${mostNames} elements`)
  }
  const isMetric = AlarmTypes.includes('MetricAlarm')
  const matching = [...world.alarms]
    .filter(([name]) => (AlarmNames?.includes(name) ?? true) && name.startsWith(AlarmNamePrefix ?? ''))
    .filter(([, state]) => isMetric && (StateValue === undefined || state === StateValue))
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
  const page = pageOf(matching, NextToken, MaxRecords)
  return {
    CompositeAlarms: [],
    MetricAlarms: page.items.map(([name, state]) => alarmShape(world, name, state)),
    ...(page.nextToken !== undefined && { NextToken: page.nextToken }),
  }
}

function alarmShape(world: World, name: string, state: string): object {
  const at = seconds(world.now - changedBefore)
  return {
    AlarmName: name,
    AlarmArn: `arn:aws:cloudwatch:${world.region}:${world.account}:alarm:${name}`,
    AlarmConfigurationUpdatedTimestamp: at,
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    StateValue: state,
    StateReason:
      state === 'ALARM'
        ? 'Threshold Crossed: 1 datapoint was greater than the threshold.'
        : 'Unchecked: Initial alarm creation',
    StateUpdatedTimestamp: at,
    StateTransitionedTimestamp: at,
    MetricName: 'HTTPCode_Target_5XX_Count',
    Namespace: 'AWS/ApplicationELB',
    Statistic: 'Sum',
    Dimensions: [],
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  }
}

export const cloudWatch: ApiService = {
  name: 'cloudwatch',
  wire: json10AfterQuery,
  wording: jsonAfterQueryWording,
  enums: { 'DescribeAlarmsInput.AlarmTypes': sdk.AlarmType, 'DescribeAlarmsInput.StateValue': sdk.StateValue },
  operations: { DescribeAlarms: reads(sdk.DescribeAlarms$, describeAlarms) },
}

export const cloudWatchQuery: ApiService = {
  ...cloudWatch,
  wording: queryWording,
  wire: queryWire('http://monitoring.amazonaws.com/doc/2010-08-01/'),
}
