import type { Defect } from './defect.ts'

/** Mistakes of other deployers, and near misses of our own. */
export const defects: readonly Defect[] = [
  {
    name: 'any PRIMARY counts as ours',
    edits: [
      {
        file: 'rollout/verdict.ts',
        find: 'if (primary.id === memory.deploymentId) return judgeOwnPrimary',
        replace: "if (primary.id !== '') return judgeOwnPrimary",
      },
    ],
  },
  {
    name: 'IN_PROGRESS counts as success',
    edits: [
      {
        file: 'rollout/verdict.ts',
        find: "if (ours.rolloutState === 'COMPLETED') return",
        replace: "if (ours.rolloutState === 'COMPLETED' || (ours.running > 0 && ours.running === ours.desired)) return",
      },
    ],
  },
  {
    name: 'the rollback goes to revision N-1',
    edits: [
      {
        file: 'deployment/rollback-target.ts',
        find: `completed.taskDefinition === running.definition.taskDefinitionArn
        ? running
        : await describeUnlessDeleted(ecs, completed.taskDefinition)`,
        replace:
          'await describeUnlessDeleted(ecs, completed.taskDefinition.replace(/\\d+$/, (n) => String(Math.max(1, Number(n) - 1))))',
      },
    ],
  },
  {
    name: 'the rollback is sent in both ways',
    edits: [
      {
        file: 'deployment/roll-back.ts',
        find: "return sent === 'sent' ? 'watch'",
        replace: "return sent === 'sent' ? 'update'",
      },
    ],
  },
  {
    name: 'what ECS began while the copy was registered is gone over',
    edits: [
      { file: 'deployment/update-back.ts', find: "if (now.ecs !== 'stays') return 'ecs-goes-back'", replace: '' },
    ],
  },
  {
    name: 'a rollback counts only once the list of deployments shows it',
    edits: [
      {
        file: 'rollout/verdict.ts',
        find: "if (rollingBack(own)) return { kind: 'failed', reason, ecs: 'rolling-back' }\n    const waited",
        replace: 'const waited',
      },
      {
        file: 'rollout/verdict.ts',
        find: 'if (memory.ecsMayRollBack || memory.rollbackRequested) return true',
        replace: 'if (memory.ecsMayRollBack) return true',
      },
    ],
  },
  {
    name: 'superseded counts as failed',
    edits: [
      {
        file: 'rollout/verdict.ts',
        find: "if (newer !== undefined) return { kind: 'superseded', by: newer }",
        replace: "if (newer !== undefined) return { kind: 'failed', reason: 'superseded', ecs: 'stays' }",
      },
      {
        file: 'rollout/verdict.ts',
        find: "return primary.createdAt >= memory.createdAt ? { kind: 'superseded', by: primary.id } : 'puzzled'",
        replace:
          "return primary.createdAt >= memory.createdAt ? { kind: 'failed', reason: 'superseded', ecs: 'stays' } : 'puzzled'",
      },
    ],
  },
  {
    name: 'a call whose answer is lost is sent again at once',
    edits: [
      {
        file: 'deployment/send-once.ts',
        find: 'const effect = await lookFor(what, error, ports, findEffect)',
        replace: "const effect = { kind: 'absent' } as Effect<T>",
      },
    ],
  },
  {
    name: 'a time-out always rolls back',
    edits: [
      {
        file: 'deployment/conclude.ts',
        find: 'if (await onlyOldTasksRemain(',
        replace: 'if (inputs.dryRun && await onlyOldTasksRemain(',
      },
    ],
  },
  {
    name: 'a read that fails counts as "the service is gone"',
    edits: [
      {
        file: 'deployment/watch.ts',
        find: 'return cannotRead(record, describeFailure(error), false)',
        replace: 'return cannotRead(record, describeFailure(error), true)',
      },
    ],
  },
  {
    name: 'the way back is not pinned, and digests are not compared',
    edits: [
      {
        file: 'deployment/revision-to-go-to.ts',
        find: 'return needsCopy(target) ? registerCopy',
        replace: 'return target.inactive ? registerCopy',
      },
      {
        file: 'deployment/verify-running.ts',
        find: 'return compareDigests(running, target.version, record)',
        replace: 'return { ok: true }',
      },
    ],
  },
  {
    name: 'the state is not saved before UpdateService',
    edits: [
      {
        file: 'deployment/intent.ts',
        find: '  await ports.keep()\n',
        replace: "  if (change !== 'update') await ports.keep()\n",
      },
    ],
  },
  {
    name: 'expired credentials are waited out',
    edits: [
      {
        file: 'aws/failure.ts',
        find: 'if (expiredNames.has(name)) return',
        replace: "if (expiredNames.has(name)) return 'unclear'\n  if (expiredNames.has(name)) return",
      },
    ],
  },
  {
    name: 'the desired count is always sent',
    edits: [
      {
        file: 'deployment/apply.ts',
        find: '    ...settingsOf(inputs.settings),\n',
        replace: '    desiredCount: prepared.before.desired,\n    ...settingsOf(inputs.settings),\n',
      },
    ],
  },
  {
    name: 'a deployment that somebody else started is rolled back',
    edits: [
      {
        file: 'deployment/deploy.ts',
        find: 'adopted ? { ...inputs, rollbackOnFailure: false } : inputs',
        replace: 'inputs',
      },
    ],
  },
  {
    name: 'an older commit is deployed all the same',
    edits: [
      {
        file: 'deployment/older-commit.ts',
        find: "if (compared.kind === 'older') {",
        replace: "if (compared.kind === 'older') return\n  if (compared.kind === 'unknown' && compared.why === '') {",
      },
    ],
  },
  {
    name: 'the saved state holds the whole definition',
    edits: [
      {
        file: 'deployment/deploy.ts',
        find: 'record.deploymentId = primary.id\n',
        replace:
          'record.deploymentId = primary.id\n  if (record.target !== undefined) Object.assign(record.target, { definition })\n',
      },
    ],
  },
  {
    name: 'what was read minutes ago is deployed over',
    edits: [
      {
        file: 'deployment/apply.ts',
        find: 'latest.before.uptime >= serviceFreshMilliseconds',
        replace: 'latest.before.uptime >= 1_000 * serviceFreshMilliseconds',
      },
    ],
  },
]
