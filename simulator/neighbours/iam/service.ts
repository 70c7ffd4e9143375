/** IAM: whether a role exists, who may assume it, and what it may do. */
import type { GetRoleRequest, SimulatePrincipalPolicyRequest } from '@aws-sdk/client-iam'
import * as sdk from '@aws-sdk/client-iam'
import { seconds } from '../../ecs/operation.ts'
import type { Engine } from '../../engine.ts'
import { matchesAction } from '../../http/permissions.ts'
import { ApiError } from '../../protocol/errors.ts'
import { queryWire } from '../../protocol/query.ts'
import { lastPart } from '../../world/arn.ts'
import type { World } from '../../world/world.ts'
import type { RoleScenario } from '../scenario.ts'
import { type ApiService, queryWording, reads } from '../service.ts'
import { idFrom } from '../stable-id.ts'
import { callersRole, findRole, trustOf } from './roles.ts'

const createdBefore = 30 * 24 * 3_600_000

function existingRole(world: World, name: string): RoleScenario {
  const role = findRole(world, name)
  if (role !== undefined) return role
  throw new ApiError('NoSuchEntity', `The role with name ${name} cannot be found.`, 404)
}

function getRole({ world }: Engine, { RoleName = '' }: GetRoleRequest): object {
  const role = existingRole(world, RoleName)
  const { name } = role
  const path = name.includes('/') ? `/${name.slice(0, name.lastIndexOf('/') + 1)}`.replace('//', '/') : '/'
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: trustOf(role) }, Action: 'sts:AssumeRole' }],
  }
  return {
    Role: {
      Path: path,
      RoleName,
      RoleId: `AROA${idFrom(RoleName, 17).toUpperCase()}`,
      Arn: `arn:aws:iam::${world.account}:role${path}${RoleName}`,
      CreateDate: seconds(world.now - createdBefore),
      // Policies come back percent-encoded (RFC 3986), as the API reference says.
      AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(policy)),
      MaxSessionDuration: 3600,
      RoleLastUsed: {},
    },
  }
}

/** Identity policies only: what the role has by itself, for each action and each resource. */
function simulatePrincipalPolicy(
  { world }: Engine,
  input: SimulatePrincipalPolicyRequest,
  callerLacks: readonly string[],
): object {
  const { PolicySourceArn = '', ActionNames = [], ResourceArns = ['*'] } = input
  const name = /^arn:aws:iam::\d+:role\/(.+)$/.exec(PolicySourceArn)?.[1]
  if (name === undefined) {
    throw new ApiError(
      'InvalidInput',
      `Invalid Entity Arn: ${PolicySourceArn} does not clearly define entity type and name.`,
    )
  }
  const role = existingRole(world, lastPart(name))
  const { allow = ['*'], deny = role.name === callersRole ? callerLacks : [] } = role
  const decisionFor = (action: string): string => {
    if (deny.some((pattern) => matchesAction(pattern, action)))
      return role.name === callersRole ? 'implicitDeny' : 'explicitDeny'
    return allow.some((pattern) => matchesAction(pattern, action)) ? 'allowed' : 'implicitDeny'
  }
  return {
    EvaluationResults: ActionNames.flatMap((action) =>
      ResourceArns.map((resource) => ({
        EvalActionName: action,
        EvalResourceName: resource,
        EvalDecision: decisionFor(action),
        MatchedStatements: [],
        MissingContextValues: [],
      })),
    ),
    IsTruncated: false,
  }
}

export const iam: ApiService = {
  name: 'iam',
  wire: queryWire('https://iam.amazonaws.com/doc/2010-05-08/'),
  wording: queryWording,
  enums: { 'ContextEntry.ContextKeyType': sdk.ContextKeyTypeEnum },
  operations: {
    GetRole: reads(sdk.GetRole$, getRole),
    SimulatePrincipalPolicy: reads(sdk.SimulatePrincipalPolicy$, (engine, input: SimulatePrincipalPolicyRequest) =>
      simulatePrincipalPolicy(engine, input, engine.world.neighbours.denied),
    ),
  },
}
