/** The real clients wait for a simulated deployment: the times of their calls are those that the bench takes for granted. */
import assert from 'node:assert/strict'
import { awsCliSchedule, ecsDeploySchedule } from '../bench/verdict/waiters.ts'
import { account, revision } from './account.ts'
import type { Check } from './check.ts'
import type { Ground } from './ground.ts'

/** Virtual seconds per real second: the clients sleep in real time. */
const speed = 4

/** Real seconds between the looks. */
function pausesOf(ground: Ground): readonly number[] {
  const looks = ground.requests('DescribeServices').map(({ at }) => at / 1000 / speed)
  return looks.slice(1).map((at, index) => at - (looks[index] ?? at))
}

export const polling: readonly Check[] = [
  {
    client: 'AWS CLI',
    title: `\`services-stable\` looks at once and then every ${awsCliSchedule.seconds} s, one call each, as the bench of verdicts models it`,
    shows: ['ecs:UpdateService', 'ecs:DescribeServices'],
    scenario: account({ desiredCount: 2 }),
    speed,
    play: async (ground) => {
      await ground.awsAnswer('ecs', 'update-service', '--service', 'web', '--task-definition', revision.v2)
      const before = ground.simulator.requests().length
      const { code, stderr } = await ground.aws('ecs', 'wait', 'services-stable', '--services', 'web')
      assert.equal(code, 0, stderr)
      const pauses = pausesOf(ground)
      assert.equal(ground.simulator.requests().length - before, pauses.length + 1)
      assert.ok(pauses.length >= 2, `${pauses.length + 1} looks`)
      // Each call takes a little time itself.
      for (const pause of pauses) assert.ok(Math.abs(pause - awsCliSchedule.seconds) < 1, pauses.join(' '))
      assert.equal((await ground.service()).deployments.length, 1)
    },
  },
  {
    client: 'ecs-deploy',
    title: `\`ecs deploy\` looks every second for ${ecsDeploySchedule.limitSeconds} s, and reads the tasks once one deployment is left, as the bench of verdicts models it`,
    shows: ['ecs:UpdateService', 'ecs:DescribeServices', 'ecs:ListTasks', 'ecs:DescribeTasks'],
    scenario: account({ desiredCount: 2 }),
    speed,
    play: async (ground) => {
      const help = await ground.ecs('deploy', '--help')
      assert.match(help.stdout, new RegExp(`default:\\s+${ecsDeploySchedule.limitSeconds}\\)`))
      const { code, stdout, stderr } = await ground.ecs('deploy', 'default', 'web', '-t', 'v2')
      assert.equal(code, 0, stdout + stderr)
      // The first looks are those before UpdateService.
      const pauses = pausesOf(ground).filter((pause) => pause > ecsDeploySchedule.seconds / 2)
      assert.ok(pauses.length >= 10, `${pauses.length} pauses`)
      const sorted = pauses.toSorted((one, other) => one - other)
      const median = sorted[Math.floor(sorted.length / 2)] ?? 0
      assert.ok(median >= ecsDeploySchedule.seconds && median < ecsDeploySchedule.seconds + 0.5, pauses.join(' '))
      const left = ground.requests('DescribeTasks').length
      assert.ok(left >= 1 && left < pauses.length / 2, `${left} looks at the tasks`)
    },
  },
]
