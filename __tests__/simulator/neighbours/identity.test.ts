import { GetRoleCommand, IAMClient, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterEach, expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenario.ts'
import { scenarioWith } from '../support.ts'
import { errorOf, type Neighbourhood, openNeighbourhood } from './support.ts'

let account: Neighbourhood
afterEach(() => account.simulator.close())

const open = async (rest: Scenario): Promise<void> => {
  account = await openNeighbourhood(scenarioWith({}, [], rest))
}

test('who is calling; nobody can be denied to ask', async () => {
  await open({ deny: ['*'] })
  const { Account, Arn } = await account.client(STSClient).send(new GetCallerIdentityCommand({}))
  expect({ Account, Arn }).toEqual({
    Account: '111122223333',
    Arn: 'arn:aws:sts::111122223333:assumed-role/deployer/session',
  })
})

test('a role tells who may assume it', async () => {
  await open({ roles: [{ name: 'service/task', trust: ['lambda.amazonaws.com'] }] })
  const { Role } = await account.client(IAMClient).send(new GetRoleCommand({ RoleName: 'task' }))
  expect(Role?.Arn).toBe('arn:aws:iam::111122223333:role/service/task')
  expect(Role?.CreateDate).toBeInstanceOf(Date)
  const policy = JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''))
  expect(policy.Statement[0].Principal).toEqual({ Service: ['lambda.amazonaws.com'] })
})

test('a role that is missing', async () => {
  await open({ roles: [] })
  expect(await errorOf(account.client(IAMClient).send(new GetRoleCommand({ RoleName: 'nope' })))).toEqual({
    name: expect.stringContaining('NoSuchEntity'),
    message: 'The role with name nope cannot be found.',
  })
})

test('what a role may do, for each action and each resource', async () => {
  const task = { name: 'task', allow: ['secretsmanager:*', 'logs:PutLogEvents'], deny: ['secretsmanager:Delete*'] }
  await open({ roles: [task], deny: ['ecs:RunTask'] })
  const decide = async (role: string, ...ActionNames: string[]): Promise<unknown> => {
    const PolicySourceArn = `arn:aws:iam::111122223333:role/${role}`
    const input = { PolicySourceArn, ActionNames, ResourceArns: ['arn:aws:s3:::a'] }
    const { EvaluationResults = [] } = await account.client(IAMClient).send(new SimulatePrincipalPolicyCommand(input))
    return EvaluationResults.map(({ EvalActionName, EvalDecision }) => [EvalActionName, EvalDecision])
  }
  expect(
    await decide('task', 'secretsmanager:GetSecretValue', 'secretsmanager:DeleteSecret', 'logs:CreateLogGroup'),
  ).toEqual([
    ['secretsmanager:GetSecretValue', 'allowed'],
    ['secretsmanager:DeleteSecret', 'explicitDeny'],
    ['logs:CreateLogGroup', 'implicitDeny'],
  ])
  // The caller's own role lacks what the scenario denies.
  expect(await decide('deployer', 'ecs:RunTask', 'ecs:UpdateService')).toEqual([
    ['ecs:RunTask', 'implicitDeny'],
    ['ecs:UpdateService', 'allowed'],
  ])
})
