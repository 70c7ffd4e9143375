/** Elastic Load Balancing (v2): the target groups of services and the health of their tasks in them. */
import * as sdk from '@aws-sdk/client-elastic-load-balancing-v2'
import { queryWire } from '../../protocol/query.ts'
import { type ApiService, queryWording, reads } from '../service.ts'
import { describeListeners, describeLoadBalancers, describeRules } from './listeners.ts'
import { describeTargetGroupAttributes, describeTargetGroups, describeTargetHealth } from './target-groups.ts'

export const elasticLoadBalancing: ApiService = {
  name: 'elasticloadbalancing',
  wire: queryWire('http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/'),
  wording: queryWording,
  enums: { 'DescribeTargetHealthInput.Include': sdk.DescribeTargetHealthInputIncludeEnum },
  operations: {
    DescribeListeners: reads(sdk.DescribeListeners$, describeListeners),
    DescribeLoadBalancers: reads(sdk.DescribeLoadBalancers$, describeLoadBalancers),
    DescribeRules: reads(sdk.DescribeRules$, describeRules),
    DescribeTargetGroupAttributes: reads(sdk.DescribeTargetGroupAttributes$, describeTargetGroupAttributes),
    DescribeTargetGroups: reads(sdk.DescribeTargetGroups$, describeTargetGroups),
    DescribeTargetHealth: reads(sdk.DescribeTargetHealth$, describeTargetHealth),
  },
}
