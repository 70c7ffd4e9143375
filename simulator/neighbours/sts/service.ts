/** STS: who is calling. */
import * as sdk from '@aws-sdk/client-sts'
import type { Engine } from '../../engine.ts'
import { callerArn } from '../../http/permissions.ts'
import { queryWire } from '../../protocol/query.ts'
import { type ApiService, queryWording, reads } from '../service.ts'

function getCallerIdentity({ world }: Engine): object {
  return { UserId: 'AROASIMULATEDDEPLOYER:session', Account: world.account, Arn: callerArn(world) }
}

export const sts: ApiService = {
  name: 'sts',
  wire: queryWire('https://sts.amazonaws.com/doc/2011-06-15/'),
  wording: queryWording,
  operations: { GetCallerIdentity: reads(sdk.GetCallerIdentity$, getCallerIdentity) },
}
