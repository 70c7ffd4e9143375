import { describe, expect, test } from '@jest/globals'
import { historyCommand, lookCommand, rollbackCommands, stopCommand } from '../../src/deployment/by-hand.ts'
import { record, version } from './samples.ts'

const target = { version: version(1), inactive: false }

test('each command is one line that names cluster, service and Region', () => {
  const run = record({ target })
  for (const { command } of [lookCommand(run), stopCommand(run), ...rollbackCommands(run), historyCommand(run)]) {
    expect(command).toMatch(/^aws ecs [a-z-]+ --cluster main --services? web --region us-east-1( .+)?$/)
  }
})

describe('going back by hand', () => {
  const commands = (run: Parameters<typeof rollbackCommands>[0]) => rollbackCommands(run).map(({ command }) => command)

  test('starts a deployment of the target, also where the service still says that it runs it', () => {
    expect(commands(record({ target }))).toStrictEqual([
      'aws ecs update-service --cluster main --service web --region us-east-1 --task-definition web:1 --force-new-deployment',
    ])
  })

  test('registers a deregistered target again, because ECS refuses it as it is', () => {
    const run = record({ target: { ...target, inactive: true } })
    expect(commands(run).join('\n')).toMatch(
      /describe-task-definition .*web:1[\s\S]*register-task-definition[\s\S]*update-service/,
    )
    expect(commands(run).join('\n')).not.toMatch(/update-service .*--task-definition web:1\b/)
  })

  test('is not offered where there is nothing to go back to', () => {
    expect(commands(record())).toStrictEqual([])
  })
})
