/** CloudWatch Logs, as far as the lines of containers are read. */
import * as sdk from '@aws-sdk/client-cloudwatch-logs'
import { json11 } from '../../protocol/json.ts'
import { type ApiService, jsonWording, reads, validationComplaints, writes } from '../service.ts'
import { filterLogEvents, getLogEvents, startLiveTail } from './events.ts'
import { createLogGroup, describeLogGroups, describeLogStreams } from './groups.ts'

export const logs: ApiService = {
  name: 'logs',
  wire: json11,
  wording: jsonWording(validationComplaints('InvalidParameterException')),
  enums: {
    'CreateLogGroupRequest.logGroupClass': sdk.LogGroupClass,
    'DescribeLogGroupsRequest.logGroupClass': sdk.LogGroupClass,
    'DescribeLogStreamsRequest.orderBy': sdk.OrderBy,
  },
  operations: {
    CreateLogGroup: writes(sdk.CreateLogGroup$, createLogGroup),
    DescribeLogGroups: reads(sdk.DescribeLogGroups$, describeLogGroups),
    DescribeLogStreams: reads(sdk.DescribeLogStreams$, describeLogStreams),
    FilterLogEvents: reads(sdk.FilterLogEvents$, filterLogEvents),
    GetLogEvents: reads(sdk.GetLogEvents$, getLogEvents),
    StartLiveTail: reads(sdk.StartLiveTail$, startLiveTail),
  },
}
