import { describe, expect, test } from '@jest/globals'
import { logLink, partitionOf, serviceLink, taskDefinitionLink, taskLink } from '../../src/github/console-links.ts'

const ireland = { partition: 'aws', region: 'eu-west-1' }

describe('console links', () => {
  test.each([
    ['aws', 'eu-west-1', 'eu-west-1.console.aws.amazon.com'],
    ['aws-cn', 'cn-north-1', 'cn-north-1.console.amazonaws.cn'],
    ['aws-us-gov', 'us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
    ['aws-eusc', 'eusc-de-east-1', 'eusc-de-east-1.console.amazonaws-eusc.eu'],
  ])('go to the console of %s', (partition, region, host) => {
    const place = { partition, region }
    expect(serviceLink(place, 'prod', 'app')).toBe(
      `https://${host}/ecs/v2/clusters/prod/services/app/health?region=${region}`,
    )
    expect(taskLink(place, 'prod', '0123')).toBe(
      `https://${host}/ecs/v2/clusters/prod/tasks/0123/configuration?region=${region}`,
    )
    expect(taskDefinitionLink(place, 'app:7')).toBe(
      `https://${host}/ecs/v2/task-definitions/app/7/containers?region=${region}`,
    )
  })

  test('are absent where no console is known', () => {
    for (const partition of ['aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-new', '']) {
      expect(serviceLink({ partition, region: 'us-iso-east-1' }, 'prod', 'app')).toBeUndefined()
    }
    expect(taskDefinitionLink(ireland, 'app')).toBeUndefined()
    expect(serviceLink({ partition: 'aws', region: 'evil.example/x' }, 'prod', 'app')).toBeUndefined()
  })

  test('take names from ARNs', () => {
    const cluster = 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod'
    expect(serviceLink(ireland, cluster, 'arn:aws:ecs:eu-west-1:111122223333:service/prod/app')).toContain(
      '/clusters/prod/services/app/',
    )
  })

  test('encode log names as the CloudWatch console does', () => {
    expect(logLink(ireland, '/ecs/app', 'app/app/0123')).toBe(
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252Fapp/log-events/app$252Fapp$252F0123',
    )
  })

  test.each([
    ['arn:aws-cn:ecs:cn-north-1:1:service/a/b', 'aws-cn'],
    ['eu-west-1', 'aws'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso'],
  ])('%s is in %s', (name, partition) => {
    expect(partitionOf(name)).toBe(partition)
  })
})
