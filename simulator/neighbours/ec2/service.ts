/** EC2: the network that tasks run in. */
import * as sdk from '@aws-sdk/client-ec2'
import { ec2Wire } from '../../protocol/query.ts'
import { type ApiService, ec2Wording, reads } from '../service.ts'
import { describeRouteTables, describeSecurityGroups, describeSubnets } from './network.ts'
import { describeNetworkInterfaces } from './network-interfaces.ts'

export const ec2: ApiService = {
  name: 'ec2',
  wire: ec2Wire('http://ec2.amazonaws.com/doc/2016-11-15/'),
  wording: ec2Wording,
  operations: {
    DescribeNetworkInterfaces: reads(sdk.DescribeNetworkInterfaces$, describeNetworkInterfaces),
    DescribeRouteTables: reads(sdk.DescribeRouteTables$, describeRouteTables),
    DescribeSecurityGroups: reads(sdk.DescribeSecurityGroups$, describeSecurityGroups),
    DescribeSubnets: reads(sdk.DescribeSubnets$, describeSubnets),
  },
}
