import assert from 'node:assert/strict'
import type {
  ContinueServiceDeploymentResponse,
  DeleteTaskDefinitionsResponse,
  DescribeServiceDeploymentsResponse,
} from '@aws-sdk/client-ecs'
import { account, breaker, revision } from '../account.ts'
import type { Check } from '../check.ts'
import type { Ground } from '../ground.ts'
import { refusedCode } from './exit-codes.ts'

const client = 'AWS CLI'
const held = {
  ...breaker,
  lifecycleHooks: [{ targetType: 'PAUSE' as const, lifecycleStages: ['PRE_SCALE_UP' as const] }],
}

async function describe(ground: Ground, arn: string) {
  const { serviceDeployments = [] } = await ground.awsAnswer<DescribeServiceDeploymentsResponse>(
    ...['ecs', 'describe-service-deployments', '--service-deployment-arns', arn],
  )
  return serviceDeployments[0]
}

const isHeld = ({ serviceDeployments }: Awaited<ReturnType<Ground['service']>>): boolean =>
  serviceDeployments.at(-1)?.hooks[0]?.status === 'AWAITING_ACTION'

export const pausing: readonly Check[] = [
  {
    client,
    title: 'held by a pause hook (an option): reads its hookId, continues, and the deployment completes',
    shows: ['ecs:UpdateService', 'ecs:DescribeServiceDeployments', 'ecs:ContinueServiceDeployment'],
    scenario: account({ deploymentConfiguration: held }, { options: { rollingPauseHooks: 'pauses' } }),
    play: async (ground) => {
      await ground.awsAnswer('ecs', 'update-service', '--service', 'web', '--task-definition', revision.v2)
      const { serviceDeployments } = await ground.until('a hook waits', isHeld)
      const arn = String(serviceDeployments.at(-1)?.arn)
      const paused = await describe(ground, arn)
      assert.equal(paused?.lifecycleStage, 'PRE_SCALE_UP')
      const [detail] = paused?.lifecycleHookDetails ?? []
      assert.deepEqual(
        [detail?.targetType, detail?.status, detail?.timeoutAction],
        ['PAUSE', 'AWAITING_ACTION', 'ROLLBACK'],
      )
      const request = ['--service-deployment-arn', arn, '--hook-id', String(detail?.hookId)]
      const answer = await ground.awsAnswer<ContinueServiceDeploymentResponse>(
        ...['ecs', 'continue-service-deployment', ...request],
      )
      assert.equal(answer.serviceDeploymentArn, arn)
      await ground.until('it is completed', ({ deployments }) => deployments[0]?.rolloutState === 'COMPLETED')
      assert.equal((await describe(ground, arn))?.status, 'SUCCESSFUL')
      const again = await ground.aws('ecs', 'continue-service-deployment', ...request)
      assert.equal(again.code, refusedCode)
      assert.match(again.stderr, /\(InvalidParameterException\)/)
    },
  },
  {
    client,
    title: 'deletes an INACTIVE revision, and is told that an ACTIVE one must be deregistered first',
    shows: ['ecs:DeregisterTaskDefinition', 'ecs:DeleteTaskDefinitions'],
    scenario: account(),
    play: async (ground) => {
      await ground.awsAnswer('ecs', 'deregister-task-definition', '--task-definition', revision.slow)
      const { taskDefinitions = [], failures = [] } = await ground.awsAnswer<DeleteTaskDefinitionsResponse>(
        ...['ecs', 'delete-task-definitions', '--task-definitions', revision.slow, revision.v2],
      )
      assert.deepEqual(
        taskDefinitions.map(({ revision: number, status }) => [number, status]),
        [[3, 'DELETE_IN_PROGRESS']],
      )
      assert.deepEqual(
        failures.map(({ reason }) => reason),
        ['ACTIVE'],
      )
      const gone = await ground.aws('ecs', 'describe-task-definition', '--task-definition', revision.slow)
      assert.match(gone.stderr, /\(ClientException\).*: Unable to describe task definition\./)
    },
  },
]
